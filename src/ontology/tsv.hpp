// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace headway::ontology {

/// A tab-separated file with a heading line, held in memory; cells are views into it. Lines end with LF or
/// CRLF, the last one too. Refused, with file, line and column: invalid UTF-8, control characters, a line of
/// more than 64 KiB, a last line without an end, a heading that is empty or there twice, and a line with more
/// or fewer cells than the heading.
class Table {
  public:
    [[nodiscard]] static Result<Table> parse(std::string where, std::string text);

    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::span<const std::string_view> headings() const { return {cells_.data(), columns_}; }
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view heading) const;
    /// Row 0 is the first after the heading.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
        return cells_[(row + 1) * columns_ + column];
    }

    /// The failure that says that this cell should have been `expected`.
    [[nodiscard]] std::unexpected<Error> wrong(std::size_t row, std::size_t column,
                                               std::string expected) const;

  private:
    [[nodiscard]] Result<void> split();
    [[nodiscard]] Result<void> add_line(std::string_view line, std::size_t number);
    [[nodiscard]] Result<void> check_headings() const;
    [[nodiscard]] std::unexpected<Error> refuse(std::size_t line, std::string what) const;

    std::string where_;
    std::unique_ptr<const std::string> text_;  // does not move when the table does
    std::vector<std::string_view> cells_;
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace headway::ontology
