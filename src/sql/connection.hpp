// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/session.hpp"

namespace headway::sql {

namespace detail {

template <class T>
concept DescribedRow = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;

[[nodiscard]] std::unexpected<Error> bad_column(std::string_view column, const std::string& what);
/// Numbers of the columns that the members have, in the order of the members.
[[nodiscard]] Result<std::vector<std::size_t>> match_columns(std::span<const std::string> columns,
                                                             std::span<const std::string_view> members);

template <class T>
constexpr auto member_names() {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    std::array<std::string_view, boost::mp11::mp_size<Members>::value> out{};
    std::size_t i = 0;
    boost::mp11::mp_for_each<Members>([&](auto d) { out[i++] = d.name; });
    return out;
}

/// Rows as described structs, members matched to columns by name; or the one column as a scalar.
template <class Row>
Result<std::vector<Row>> map_rows(Table&& table) {
    std::vector<Row> out;
    out.reserve(table.rows());
    if constexpr (DescribedRow<Row> && !requires {
                      typename Column<Row>;
                      Column<Row>::to_value(std::declval<Row>());
                  }) {
        static constexpr auto names = member_names<Row>();
        const auto places = match_columns(table.columns(), names);
        if (!places) return std::unexpected(places.error());
        const std::size_t width = table.columns().size();
        for (std::size_t r = 0, rows = table.rows(); r < rows; ++r) {
            Row& row = out.emplace_back();
            Result<void> ok;
            std::size_t i = 0;
            boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>(
                [&](auto d) {
                    auto& member = row.*d.pointer;
                    Value& cell = table.cells[r * width + (*places)[i++]];
                    if (!ok) return;
                    auto value = Column<std::remove_cvref_t<decltype(member)>>::from_value(std::move(cell));
                    if (value) {
                        member = std::move(*value);
                    } else {
                        ok = bad_column(d.name, value.error().what);
                    }
                });
            if (!ok) return std::unexpected(ok.error());
        }
    } else {
        if (table.columns().size() != 1) return bad_column("", "expected one column");
        for (Value& cell : table.cells) {
            auto value = Column<Row>::from_value(std::move(cell));
            if (!value) return bad_column(table.columns()[0], value.error().what);
            out.push_back(std::move(*value));
        }
    }
    return out;
}

}  // namespace detail

/// One transaction as its closure sees it. Not to be kept or handed to another thread.
class Connection {
  public:
    Connection(Session& session, std::vector<std::pair<std::string, std::string>>* notices)
        : session_(session), notices_(notices) {}

    [[nodiscard]] Dialect dialect() const { return session_.dialect(); }

    /// Rows changed.
    template <class... A>
    [[nodiscard]] Result<std::int64_t> run(std::string_view sql, const A&... args) {
        auto table = execute(sql, args...);
        if (!table) return pass_on(table);
        return table->changed;
    }

    /// Members that no column has, and columns that no member has, are an internal error naming them.
    template <class Row, class... A>
    [[nodiscard]] Result<std::vector<Row>> rows(std::string_view sql, const A&... args) {
        auto table = execute(sql, args...);
        if (!table) return pass_on(table);
        return detail::map_rows<Row>(std::move(*table));
    }

    /// At most one row; more are an internal error.
    template <class Row, class... A>
    [[nodiscard]] Result<std::optional<Row>> row(std::string_view sql, const A&... args) {
        auto found = rows<Row>(sql, args...);
        if (!found) return pass_on(found);
        if (found->empty()) return std::nullopt;
        if (found->size() > 1) return fail(ErrorCode::internal, "expected one row, got several");
        return std::optional<Row>(std::move(found->front()));
    }

    /// The only column of at most one row.
    template <class T, class... A>
    [[nodiscard]] Result<std::optional<T>> value(std::string_view sql, const A&... args) {
        return row<T>(sql, args...);
    }

    [[nodiscard]] Result<Table> table(std::string_view sql, std::span<const Value> parameters);

    /// For migrations only.
    [[nodiscard]] Result<void> script(std::string_view sql) { return session_.script(sql); }

    /// Tells listeners of the channel, in this process and in others that share the database, once the
    /// transaction is committed. `channel`: letters and '_'; `payload`: at most 200 bytes.
    [[nodiscard]] Result<void> notify(std::string_view channel, std::string_view payload);

  private:
    template <class... A>
    Result<Table> execute(std::string_view sql, const A&... args) {
        const std::array<Value, sizeof...(A)> values{to_value(args)...};
        return table(sql, values);
    }

    Session& session_;
    std::vector<std::pair<std::string, std::string>>* notices_;  ///< Of SQLite, delivered after the commit.
};

}  // namespace headway::sql
