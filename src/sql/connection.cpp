// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/connection.hpp"

#include <algorithm>
#include <numeric>

namespace headway::sql {

namespace {

class TableSink final : public RowSink {
  public:
    [[nodiscard]] Result<void> begin(std::span<const std::string> columns) override {
        table.columns.assign(columns.begin(), columns.end());
        return {};
    }
    [[nodiscard]] Result<void> row(const RowView& row) override {
        for (std::size_t i = 0; i < table.columns.size(); ++i) table.cells.push_back(copy_of(row.cell(i)));
        return {};
    }
    Table table;
};

}  // namespace

std::unexpected<Error> detail::bad_column(std::string_view column, std::string_view what) {
    return fail(ErrorCode::internal, std::string(what),
                column.empty() ? std::string() : "column " + std::string(column));
}

Result<void> detail::match_columns(std::span<const std::string> columns,
                                   std::span<const std::string_view> members, std::span<std::size_t> places) {
    if (std::ranges::equal(columns, members)) {
        std::iota(places.begin(), places.end(), std::size_t{0});
        return {};
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto found = std::ranges::find(columns, members[i]);
        if (found == columns.end()) return bad_column(members[i], "the statement gives no such column");
        places[i] = static_cast<std::size_t>(found - columns.begin());
    }
    for (const std::string& column : columns) {
        if (std::ranges::find(members, column) == members.end())
            return bad_column(column, "nothing takes this column");
    }
    return {};
}

Result<std::int64_t> Connection::execute(std::string_view sql, std::span<const Value> parameters,
                                         RowSink& sink) {
    if (auto ok = check_parameters(parameters); !ok) return pass_on(ok);
    return session_.execute(sql, parameters, sink);
}

Result<Table> Connection::table(std::string_view sql, std::span<const Value> parameters) {
    TableSink sink;
    const auto changed = execute(sql, parameters, sink);
    if (!changed) return std::unexpected(changed.error());
    sink.table.changed = *changed;
    return std::move(sink.table);
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
