// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/model_use.hpp"

#include "store/query.hpp"

namespace headway::store {

std::string month_of(Date day) {
    return to_string(day).substr(0, 7);
}

Result<void> add_model_use(sql::Connection& c, std::string_view owner, const ModelUse& u) {
    const auto done = c.run(
        "insert into model_use (user_id, month, feature, source, model, answers, uncounted, input_tokens, "
        "output_tokens) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        "on conflict (user_id, month, feature, source, model) do update set "
        "answers = model_use.answers + excluded.answers, "
        "uncounted = model_use.uncounted + excluded.uncounted, "
        "input_tokens = model_use.input_tokens + excluded.input_tokens, "
        "output_tokens = model_use.output_tokens + excluded.output_tokens",
        owner, u.month, u.feature, u.source, u.model, u.answers, u.uncounted, u.input_tokens,
        u.output_tokens);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<ModelUse>> list_model_use(sql::Connection& c, std::string_view owner,
                                             std::string_view first_month, std::string_view source) {
    Query q(
        "select month, feature, source, model, answers, uncounted, input_tokens, output_tokens from "
        "model_use "
        "where ");
    q.where("user_id = ?", owner);
    q.where(" and month >= ?", first_month);
    if (!source.empty()) q.where(" and source = ?", source);
    q.add(" order by month desc, feature, source, model");
    return q.rows<ModelUse>(c);
}

Result<ModelUse> sum_model_use(sql::Connection& c, std::string_view owner, std::string_view month,
                               std::string_view source) {
    const auto rows = list_model_use(c, owner, month, source);
    if (!rows) return std::unexpected(rows.error());
    ModelUse out;
    out.month = month;
    out.source = source;
    for (const ModelUse& u : *rows) {
        if (u.month != month) continue;
        out.answers += u.answers;
        out.uncounted += u.uncounted;
        out.input_tokens += u.input_tokens;
        out.output_tokens += u.output_tokens;
    }
    return out;
}

}  // namespace headway::store
