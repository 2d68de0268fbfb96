// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace headway::ontology {

/// Reads comma-separated values (RFC 4180) record by record: quoted cells may hold commas, line ends and
/// doubled quotes; records end with CRLF or LF. Refused, with file and line: a quote in the middle of an
/// unquoted cell, anything but a comma or line end behind a closing quote, a cell that is never closed, a
/// lone CR, invalid UTF-8, control characters, a cell above 4 MiB, more than 64 columns.
class CsvReader {
  public:
    /// `text` must outlive the reader.
    CsvReader(std::string where, std::string_view text);

    /// Reads the next record into `cells`; false at the end of the text.
    [[nodiscard]] Result<bool> next(std::vector<std::string>& cells);
    /// Where the record read last began, counted from 1.
    [[nodiscard]] std::size_t line() const { return line_; }

  private:
    [[nodiscard]] Result<void> quoted_cell(std::string& cell);
    [[nodiscard]] Result<void> plain_cell(std::string& cell);
    [[nodiscard]] std::unexpected<Error> refuse(std::string what) const;

    std::string where_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;       // of the record
    std::size_t line_here_ = 1;  // of at_
};

/// Whether a record may leave out cells at its end.
enum class ShortRows { refused, allowed };

/// A CSV file with a heading record, read row by row; columns are asked for by heading and addressed by the
/// position in that list.
class CsvFile {
  public:
    /// Owns nothing: `text` must outlive it. Fails where a heading is missing.
    [[nodiscard]] static Result<CsvFile> open(std::string where, std::string_view text,
                                              std::initializer_list<std::string_view> headings,
                                              ShortRows short_rows = ShortRows::refused);

    /// False at the end. Fails where the record does not have as many cells as the heading.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const std::string& cell(std::size_t column) const { return cells_[columns_[column]]; }
    /// Rows read so far, without the heading.
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// The failure that says that this cell of the current row should have been `expected`.
    [[nodiscard]] std::unexpected<Error> wrong(std::size_t column, const std::string& expected) const;

  private:
    CsvFile(std::string where, std::string_view text, ShortRows short_rows)
        : where_(where), reader_(std::move(where), text), short_rows_(short_rows) {}

    std::string where_;
    CsvReader reader_;
    ShortRows short_rows_;
    std::vector<std::string> headings_;
    std::vector<std::size_t> columns_;
    std::vector<std::string> cells_;
    std::size_t rows_ = 0;
};

}  // namespace headway::ontology
