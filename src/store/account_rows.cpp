// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/account_rows.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace headway::store {
namespace {

constexpr std::array<std::string_view, 8> left_out = {"password_hash", "token_hash",  "secret_hash",
                                                      "sealed_key",    "sealed_hint", "profile",
                                                      "search_words",  "request_hash"};

sql::Table without(sql::Table&& all) {
    sql::Table out;
    std::vector<std::size_t> kept;
    const auto& columns = all.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (std::ranges::find(left_out, columns[i]) != left_out.end()) continue;
        kept.push_back(i);
        out.columns.push_back(columns[i]);
    }
    const std::size_t rows = all.rows();
    for (std::size_t r = 0; r < rows; ++r) {
        for (const std::size_t i : kept) out.cells.push_back(std::move(all.cells[r * columns.size() + i]));
    }
    return out;
}

}  // namespace

const std::vector<AccountTable>& account_tables() {
    static const std::vector<AccountTable> all = {
        {"users", "id", "id"},
        {"sessions", "user_id", "id"},
        {"access_tokens", "user_id", "id"},
        {"identities", "user_id", "id"},
        {"mail_tokens", "user_id", "created_at"},
        {"letter_days", "user_id", "day"},
        {"calendar_feeds", "user_id", "created_at"},
        {"model_settings", "user_id", "user_id"},
        {"model_readers", "user_id", "user_id"},
        {"extractions", "user_id", "id"},
        {"model_use", "user_id", "month"},
        {"quota_usage", "user_id", "day"},
        {"quota_limits", "user_id", "name"},
        {"resumes", "user_id", "id"},
        {"jobs", "owner_id", "id"},
        {"saved_jobs", "user_id", "saved_at"},
        {"stage_changes", "user_id", "id"},
        {"corrections", "user_id", "id"},
        {"gap_reports", "user_id", "id"},
        {"fetch_schedules", "user_id", "id"},
        {"learning_items", "user_id", "id"},
        {"goals", "user_id", "id"},
        {"tasks", "user_id", "id"},
        {"task_skills", "user_id", "task_id"},
        {"notes", "user_id", "id"},
        {"chats", "user_id", "id"},
        {"messages", "user_id", "id"},
        {"proposals", "user_id", "id"},
        {"runs", "user_id", "id"},
        {"events", "user_id", "id"},
        {"idempotency_keys", "user_id", "created_at"},
    };
    return all;
}

Result<sql::Table> account_rows(sql::Connection& c, std::string_view owner, const AccountTable& table) {
    const std::string sql = "select * from " + std::string(table.name) + " where " +
                            std::string(table.owner_column) + " = $1 order by " +
                            std::string(table.order_column);
    const std::array<sql::Value, 1> values = {sql::to_value(owner)};
    auto all = c.table(sql, values);
    if (!all) return all;
    return without(std::move(*all));
}

}  // namespace headway::store
