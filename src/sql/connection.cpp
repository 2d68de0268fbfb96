// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/connection.hpp"

#include <algorithm>

namespace headway::sql {

std::unexpected<Error> detail::bad_column(std::string_view column, const std::string& what) {
    return fail(ErrorCode::internal, what, column.empty() ? std::string() : "column " + std::string(column));
}

Result<std::vector<std::size_t>> detail::match_columns(std::span<const std::string> columns,
                                                       std::span<const std::string_view> members) {
    std::vector<std::size_t> out;
    out.reserve(members.size());
    if (std::ranges::equal(columns, members)) {
        for (std::size_t i = 0; i < members.size(); ++i) out.push_back(i);
        return out;
    }
    for (const std::string_view member : members) {
        const auto found = std::find(columns.begin(), columns.end(), member);
        if (found == columns.end()) return bad_column(member, "the statement gives no such column");
        out.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    for (const std::string& column : columns) {
        if (std::find(members.begin(), members.end(), column) == members.end())
            return bad_column(column, "nothing takes this column");
    }
    return out;
}

Result<Table> Connection::table(std::string_view sql, std::span<const Value> parameters) {
    if (auto ok = check_parameters(parameters); !ok) return pass_on(ok);
    return session_.execute(sql, parameters);
}

Result<void> Connection::notify(std::string_view channel, std::string_view payload) {
    if (dialect() == Dialect::sqlite) {
        if (notices_ != nullptr) notices_->emplace_back(channel, payload);
        return {};
    }
    const auto told = run("select pg_notify($1, $2)", channel, payload);
    if (!told) return std::unexpected(told.error());
    return {};
}

}  // namespace headway::sql
