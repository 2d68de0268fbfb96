// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/server_model.hpp"

namespace headway::store {
namespace {

Result<ServerModel> or_none(Result<std::optional<ServerModel>> row) {
    if (!row) return pass_on(row);
    return row->value_or(ServerModel());
}

}  // namespace

Result<ServerModel> get_server_model(sql::Connection& c) {
    return or_none(c.row<ServerModel>(
        "select base_url, model, sealed_key, key_hint, version, updated_at from server_model where place = "
        "1"));
}

Result<ServerModel> lock_server_model(sql::Connection& c) {
    // A row that is changed is locked, and one that is not there yet is made.
    return or_none(c.row<ServerModel>(
        "insert into server_model (place, base_url, model, sealed_key, key_hint, version, updated_at) "
        "values (1, '', '', '', '', 0, 0) on conflict (place) do update set place = 1 "
        "returning base_url, model, sealed_key, key_hint, version, updated_at"));
}

Result<void> set_server_model(sql::Connection& c, const ServerModel& m) {
    const auto done = c.run(
        "update server_model set base_url = $1, model = $2, sealed_key = $3, key_hint = $4, "
        "version = version + 1, updated_at = $5 where place = 1",
        m.base_url, m.model, m.sealed_key, m.key_hint, m.updated_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace headway::store
