// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/csv.hpp"

#include <fmt/format.h>

namespace headway::api {

CsvTable::CsvTable(std::initializer_list<std::string_view> header) {
    for (const std::string_view name : header) cell(name);
    end();
}

void CsvTable::cell(std::string_view content) {
    if (!first_) out_ += ',';
    first_ = false;
    if (content.find_first_of(",\"\r\n") == std::string_view::npos) {
        out_ += content;
        return;
    }
    out_ += '"';
    for (const char c : content) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
}

CsvTable& CsvTable::text(std::string_view content) {
    const bool formula =
        !content.empty() && std::string_view("=+-@\t\r\n").find(content.front()) != std::string_view::npos;
    cell(formula ? "'" + std::string(content) : std::string(content));
    return *this;
}

CsvTable& CsvTable::number(double value) {
    cell(fmt::format("{}", value));
    return *this;
}

CsvTable& CsvTable::flag(bool value) {
    cell(value ? "true" : "false");
    return *this;
}

void CsvTable::end() {
    out_ += "\r\n";
    first_ = true;
}

}  // namespace headway::api
