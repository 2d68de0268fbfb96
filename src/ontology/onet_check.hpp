// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "ontology/onet_release.hpp"

namespace headway::ontology {

/// Holds one file against its shape and against the codes read so far; the first wrong cell is the error.
class OnetCheck {
  public:
    OnetCheck(const OnetRelease& release, OnetFile& file) : release_(release), file_(file) {}

    /// Also finds the columns by their headings.
    [[nodiscard]] Result<void> run();

  private:
    [[nodiscard]] Result<void> find_columns();
    [[nodiscard]] Result<void> check_references() const;
    [[nodiscard]] Result<void> check_cell(std::size_t row, std::size_t column) const;
    /// Codes that the file itself defines.
    [[nodiscard]] Result<void> check_form(std::size_t row, std::size_t column, std::string_view text) const;
    [[nodiscard]] Result<void> check_value(std::size_t row, std::size_t column, std::string_view text) const;
    [[nodiscard]] Result<void> check_code(std::size_t row, std::size_t column, std::string_view text) const;
    [[nodiscard]] Result<void> check_keys() const;
    [[nodiscard]] std::unexpected<Error> wrong(std::size_t row, std::size_t column,
                                               std::string expected) const {
        return file_.table.wrong(row, file_.columns[column], std::move(expected));
    }
    [[nodiscard]] const Codes* codes(Cell cell) const;

    const OnetRelease& release_;
    OnetFile& file_;
    std::size_t scale_column_ = 0;  // in the shape; only where it has one
};

}  // namespace headway::ontology
