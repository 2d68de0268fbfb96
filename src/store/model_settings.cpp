// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/model_settings.hpp"

namespace headway::store {

Result<std::optional<ModelSettings>> find_model_settings(sql::Connection& c, std::string_view owner) {
    return c.row<ModelSettings>(
        "select base_url, model, sealed_key, key_hint, updated_at from model_settings where user_id = $1",
        owner);
}

Result<void> set_model_settings(sql::Connection& c, std::string_view owner, const ModelSettings& s) {
    const auto done = c.run(
        "insert into model_settings (user_id, base_url, model, sealed_key, key_hint, updated_at) "
        "values ($1, $2, $3, $4, $5, $6) on conflict (user_id) do update set "
        "base_url = $2, model = $3, sealed_key = $4, key_hint = $5, updated_at = $6",
        owner, s.base_url, s.model, s.sealed_key, s.key_hint, s.updated_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<bool> delete_model_settings(sql::Connection& c, std::string_view owner) {
    const auto gone = c.run("delete from model_settings where user_id = $1", owner);
    if (!gone) return std::unexpected(gone.error());
    return *gone == 1;
}

}  // namespace headway::store
