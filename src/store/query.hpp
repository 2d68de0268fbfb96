// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/connection.hpp"
#include "sql/value.hpp"

namespace headway::store {

/// The text for LIKE, '\' being the escape: what contains `text`. Lower case of ASCII only, as both
/// databases' lower() of it.
[[nodiscard]] std::string contained(std::string_view text);

/// A statement that grows by conditions, its parameters numbered as they come.
class Query {
  public:
    explicit Query(std::string head) : sql_(std::move(head)) {}
    /// `condition` holds '?' where the value goes.
    template <class T>
    void where(std::string_view condition, const T& value) {
        bind(condition, sql::to_value(value));
    }
    void add(std::string_view text) { sql_ += text; }
    /// Each word must begin a word of the column, which holds words in normal form, each behind a space.
    void where_words(std::string_view column, const std::vector<std::string>& words);

    template <class Row>
    [[nodiscard]] Result<std::vector<Row>> rows(sql::Connection& c) const {
        return c.rows_of<Row>(sql_, values_);
    }

  private:
    void bind(std::string_view condition, sql::Value value);

    std::string sql_;
    std::vector<sql::Value> values_;
};

}  // namespace headway::store
