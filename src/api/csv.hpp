// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace headway::api {

/// A table as RFC 4180 CSV in UTF-8: a header line, records ended by CRLF, cells quoted where they must be. A
/// text cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets
/// an apostrophe in front, as OWASP advises; numbers are written with number().
class CsvTable {
  public:
    explicit CsvTable(std::initializer_list<std::string_view> header);

    CsvTable& text(std::string_view cell);
    CsvTable& number(double cell);
    CsvTable& flag(bool cell);
    /// Ends the record.
    void end();

    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void cell(std::string_view content);

    std::string out_;
    bool first_ = true;
};

}  // namespace headway::api
