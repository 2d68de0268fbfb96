// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/extractions.hpp"

#include "store/query.hpp"

namespace headway::store {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace

Result<void> add_extraction(sql::Connection& c, std::string_view owner, const Extraction& e) {
    return nothing(
        c.run("insert into extractions (id, user_id, kind, text_hash, model, prompt_version, content, "
              "input_tokens, "
              "output_tokens, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
              "on conflict (user_id, kind, text_hash, model, prompt_version) do nothing",
              e.id, owner, e.kind, e.text_hash, e.model, e.prompt_version, e.content, e.input_tokens,
              e.output_tokens, e.created_at));
}

Result<std::optional<Extraction>> find_extraction(sql::Connection& c, std::string_view owner,
                                                  std::string_view kind, std::string_view text_hash,
                                                  std::string_view prompt_version, std::string_view model) {
    Query q(
        "select id, kind, text_hash, model, prompt_version, content, input_tokens, output_tokens, created_at "
        "from extractions where ");
    q.where("user_id = ?", owner);
    q.where(" and kind = ?", kind);
    q.where(" and text_hash = ?", text_hash);
    q.where(" and prompt_version = ?", prompt_version);
    if (!model.empty()) q.where(" and model = ?", model);
    q.add(" order by id desc limit 1");
    auto rows = q.rows<Extraction>(c);
    if (!rows) return pass_on(rows);
    if (rows->empty()) return std::optional<Extraction>();
    return std::optional(std::move(rows->front()));
}

Result<bool> lets_model_read(sql::Connection& c, std::string_view owner) {
    const auto found = c.value<std::string>("select user_id from model_readers where user_id = $1", owner);
    if (!found) return std::unexpected(found.error());
    return found->has_value();
}

Result<std::optional<std::string>> origin_that_reads(sql::Connection& c, std::string_view owner) {
    return c.value<std::string>("select origin from model_readers where user_id = $1", owner);
}

Result<void> let_model_read(sql::Connection& c, std::string_view owner, std::string_view origin,
                            Timestamp now) {
    return nothing(c.run(
        "insert into model_readers (user_id, since, origin) values ($1, $2, $3) on conflict (user_id) do "
        "update set origin = $3",
        owner, now, origin));
}

Result<void> stop_model_reading(sql::Connection& c, std::string_view owner) {
    if (auto gone = nothing(c.run("delete from extractions where user_id = $1", owner)); !gone) return gone;
    return nothing(c.run("delete from model_readers where user_id = $1", owner));
}

}  // namespace headway::store
