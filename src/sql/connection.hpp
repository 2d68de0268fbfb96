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

[[nodiscard]] std::unexpected<Error> bad_column(std::string_view column, std::string_view what);
/// Numbers of the columns that the members have, in the order of the members.
[[nodiscard]] Result<void> match_columns(std::span<const std::string> columns,
                                         std::span<const std::string_view> members,
                                         std::span<std::size_t> places);

template <class T>
constexpr auto member_names() {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    std::array<std::string_view, boost::mp11::mp_size<Members>::value> out{};
    std::size_t i = 0;
    boost::mp11::mp_for_each<Members>([&](auto d) { out[i++] = d.name; });
    return out;
}

template <class T>
concept Scalar = !DescribedRow<T> || requires(const Cell& cell, T& out) { Column<T>::read(cell, out); };

/// Collects the one column as scalars.
template <class Row>
class Rows final : public RowSink {
  public:
    [[nodiscard]] Result<void> begin(std::span<const std::string> columns) override {
        if (columns.size() != 1) return bad_column("", "expected one column");
        name_ = columns[0];
        return {};
    }
    [[nodiscard]] Result<void> row(const RowView& row) override {
        Row value{};
        if (!Column<Row>::read(row.cell(0), value)) return wrong(name_, Column<Row>::expected);
        found.push_back(std::move(value));
        return {};
    }
    static std::unexpected<Error> wrong(std::string_view column, std::string_view expected) {
        return bad_column(column, "expected " + std::string(expected));
    }
    std::vector<Row> found;

  private:
    std::string name_;
};

/// Collects rows as described structs, members matched to columns by name.
template <class Row>
    requires(!Scalar<Row>)
class Rows<Row> final : public RowSink {
  public:
    [[nodiscard]] Result<void> begin(std::span<const std::string> columns) override {
        return match_columns(columns, names, places_);
    }
    [[nodiscard]] Result<void> row(const RowView& row) override {
        Row& out = found.emplace_back();
        std::string_view wrong;
        std::string_view expected;
        std::size_t i = 0;
        boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>(
            [&](auto d) {
                using Member = std::remove_cvref_t<decltype(out.*d.pointer)>;
                if (Column<Member>::read(row.cell(places_[i++]), out.*d.pointer)) return;
                wrong = d.name;
                expected = Column<Member>::expected;
            });
        if (!wrong.empty()) return bad_column(wrong, "expected " + std::string(expected));
        return {};
    }
    std::vector<Row> found;

  private:
    static constexpr auto names = member_names<Row>();
    std::array<std::size_t, names.size()> places_{};
};

/// For statements whose rows nobody wants.
class NoRows final : public RowSink {
  public:
    [[nodiscard]] Result<void> begin(std::span<const std::string> /*columns*/) override { return {}; }
    [[nodiscard]] Result<void> row(const RowView& /*row*/) override { return {}; }
};

}  // namespace detail

/// What a statement gave, copied. Cells lie row after row.
struct Table {
    std::vector<std::string> columns;
    std::vector<Value> cells;
    std::int64_t changed = 0;  ///< Rows that an insert, update or delete touched.

    [[nodiscard]] std::size_t rows() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
};

/// One transaction as its closure sees it. Not to be kept or handed to another thread.
class Connection {
  public:
    Connection(Session& session, std::vector<std::pair<std::string, std::string>>* notices)
        : session_(session), notices_(notices) {}

    [[nodiscard]] Dialect dialect() const { return session_.dialect(); }

    /// Rows changed.
    template <class... A>
    [[nodiscard]] Result<std::int64_t> run(std::string_view sql, const A&... args) {
        const std::array<Value, sizeof...(A)> values{to_value(args)...};
        detail::NoRows nothing;
        return execute(sql, values, nothing);
    }

    /// Members that no column has, and columns that no member has, are an internal error naming them.
    template <class Row, class... A>
    [[nodiscard]] Result<std::vector<Row>> rows(std::string_view sql, const A&... args) {
        const std::array<Value, sizeof...(A)> values{to_value(args)...};
        return rows_of<Row>(sql, values);
    }
    template <class Row>
    [[nodiscard]] Result<std::vector<Row>> rows_of(std::string_view sql, std::span<const Value> parameters) {
        detail::Rows<Row> rows;
        if (auto done = execute(sql, parameters, rows); !done) return pass_on(done);
        return std::move(rows.found);
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

    /// For rows whose columns are not known beforehand.
    [[nodiscard]] Result<Table> table(std::string_view sql, std::span<const Value> parameters);

    /// For migrations only.
    [[nodiscard]] Result<void> script(std::string_view sql) { return session_.script(sql); }

    /// Tells listeners of the channel, in this process and in others that share the database, once the
    /// transaction is committed. `channel`: letters and '_'; `payload`: at most 200 bytes.
    [[nodiscard]] Result<void> notify(std::string_view channel, std::string_view payload);

  private:
    [[nodiscard]] Result<std::int64_t> execute(std::string_view sql, std::span<const Value> parameters,
                                               RowSink& sink);

    Session& session_;
    std::vector<std::pair<std::string, std::string>>* notices_;  ///< Of SQLite, delivered after the commit.
};

}  // namespace headway::sql
