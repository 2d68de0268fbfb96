// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/onet_check.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <unordered_map>

namespace headway::ontology {
namespace {

constexpr std::string_view absent = "n/a";

bool digits(std::string_view s) {
    return !s.empty() && s.size() <= 9 && std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

/// Plain decimal notation only; nothing like 1e5, inf or a leading plus.
std::optional<double> decimal(std::string_view s) {
    double value = 0;
    const auto [end, problem] =
        std::from_chars(s.data(), s.data() + s.size(), value, std::chars_format::fixed);
    if (problem != std::errc{} || end != s.data() + s.size() || !(value > -1e9 && value < 1e9))
        return std::nullopt;
    return value;
}

bool month(std::string_view s) {
    if (s.size() != 7 || s[2] != '/' || !digits(s.substr(0, 2)) || !digits(s.substr(3))) return false;
    const auto m = s.substr(0, 2);
    return m >= "01" && m <= "12" && s.substr(3) >= "1990" && s.substr(3) <= "2099";
}

bool soc_code(std::string_view s) {
    return s.size() == 10 && digits(s.substr(0, 2)) && s[2] == '-' && digits(s.substr(3, 4)) && s[7] == '.' &&
           digits(s.substr(8));
}

bool element_code(std::string_view s) {
    const auto part = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
    };
    return !s.empty() && s.size() <= 32 && std::ranges::all_of(s, part) && s.front() != '.' &&
           s.back() != '.';
}

/// Where the codes of a cell are defined, and how to call one.
struct Reference {
    std::string_view file;
    std::string_view what;
};
std::optional<Reference> reference(Cell cell) {
    switch (cell) {
        case Cell::occupation:
            return Reference{"Occupation Data.txt", "a known occupation code"};
        case Cell::element:
            return Reference{"Content Model Reference.txt", "a known element"};
        case Cell::scale:
            return Reference{"Scales Reference.txt", "a known scale"};
        case Cell::commodity:
            return Reference{"UNSPSC Reference.txt", "a known commodity code"};
        case Cell::task:
        case Cell::optional_task:
            return Reference{"Task Statements.txt", "a known task"};
        case Cell::iwa:
            return Reference{"IWA Reference.txt", "a known intermediate work activity"};
        case Cell::dwa:
            return Reference{"DWA Reference.txt", "a known detailed work activity"};
        default:
            return std::nullopt;
    }
}

bool optional(Cell cell) {
    return cell == Cell::optional_text || cell == Cell::optional_number || cell == Cell::optional_whole ||
           cell == Cell::optional_value || cell == Cell::optional_flag || cell == Cell::optional_task;
}

}  // namespace

Result<void> OnetCheck::run() {
    if (auto ok = find_columns(); !ok) return ok;
    if (auto ok = check_references(); !ok) return ok;
    for (std::size_t row = 0; row < file_.rows(); ++row) {
        for (std::size_t column = 0; column < file_.columns.size(); ++column) {
            if (auto ok = check_cell(row, column); !ok) return ok;
        }
    }
    return check_keys();
}

Result<void> OnetCheck::find_columns() {
    for (const auto& shape : file_.shape->columns) {
        auto at = file_.table.find_column(shape.heading);
        if (!at && !shape.other.empty()) at = file_.table.find_column(shape.other);
        if (!at) {
            return fail(ErrorCode::invalid, fmt::format("the heading \"{}\" is missing", shape.heading),
                        file_.table.where() + ":1", "Use the text release of O*NET as it was downloaded");
        }
        if (shape.cell == Cell::scale) scale_column_ = file_.columns.size();
        file_.columns.push_back(*at);
    }
    return {};
}

Result<void> OnetCheck::check_references() const {
    for (const auto& shape : file_.shape->columns) {
        const auto needs = reference(shape.cell);
        if (!needs || release_.find(needs->file) != nullptr) continue;
        return fail(ErrorCode::invalid,
                    fmt::format("the file {} is missing, which \"{}\" refers to", needs->file, shape.heading),
                    file_.table.where(), "Download the whole text release");
    }
    return {};
}

Result<void> OnetCheck::check_cell(std::size_t row, std::size_t column) const {
    const Cell cell = file_.shape->columns[column].cell;
    const std::string_view text = file_.cell(row, column);
    if (optional(cell) && text == absent) return {};
    switch (cell) {
        case Cell::text:
            if (text.empty() || text == absent) return wrong(row, column, "a text");
            return {};
        case Cell::optional_text:
            return {};
        case Cell::number:
        case Cell::optional_number:
            if (!decimal(text)) return wrong(row, column, "a number");
            return {};
        case Cell::whole:
        case Cell::optional_whole:
            if (!digits(text)) return wrong(row, column, "a whole number");
            return {};
        case Cell::value:
        case Cell::optional_value:
            return check_value(row, column, text);
        case Cell::flag:
        case Cell::optional_flag:
            if (text != "Y" && text != "N") return wrong(row, column, "Y or N");
            return {};
        case Cell::month:
            if (!month(text)) return wrong(row, column, "a month as mm/yyyy");
            return {};
        case Cell::zone:
            if (text.size() != 1 || text[0] < '1' || text[0] > '5')
                return wrong(row, column, "a job zone from 1 to 5");
            return {};
        case Cell::tier:
            if (!digits(text) || *decimal(text) > 255) return wrong(row, column, "a whole number up to 255");
            return {};
        case Cell::occupation_code:
        case Cell::element_code:
        case Cell::commodity_code:
            return check_form(row, column, text);
        default:
            return check_code(row, column, text);
    }
}

Result<void> OnetCheck::check_form(std::size_t row, std::size_t column, std::string_view text) const {
    switch (file_.shape->columns[column].cell) {
        case Cell::occupation_code:
            if (!soc_code(text)) return wrong(row, column, "an O*NET-SOC code such as 15-1252.00");
            return {};
        case Cell::element_code:
            if (!element_code(text)) return wrong(row, column, "an element code such as 2.A.1.a");
            return {};
        case Cell::commodity_code:
            if (!digits(text) || text.size() != 8)
                return wrong(row, column, "a commodity code of eight digits");
            return {};
        default:
            return {};
    }
}

Result<void> OnetCheck::check_value(std::size_t row, std::size_t column, std::string_view text) const {
    const auto value = decimal(text);
    if (!value) return wrong(row, column, "a number");
    const std::string_view scale = file_.cell(row, scale_column_);
    const auto bounds = release_.scales_.find(scale);
    if (bounds == release_.scales_.end()) return wrong(row, scale_column_, "a known scale");
    // The high-point scales count 1, 2, 3 …; 0 says that there is no such high point.
    if (*value == 0.0 && (scale == "VH" || scale == "IH")) return {};
    if (*value >= bounds->second.low && *value <= bounds->second.high) return {};
    return wrong(
        row, column,
        fmt::format("within the scale {}, {:g} to {:g}", scale, bounds->second.low, bounds->second.high));
}

const Codes* OnetCheck::codes(Cell cell) const {
    switch (cell) {
        case Cell::occupation:
            return &release_.occupations_;
        case Cell::element:
            return &release_.elements_;
        case Cell::commodity:
            return &release_.commodities_;
        case Cell::task:
        case Cell::optional_task:
            return &release_.tasks_;
        case Cell::iwa:
            return &release_.iwas_;
        case Cell::dwa:
            return &release_.dwas_;
        default:
            return nullptr;
    }
}

Result<void> OnetCheck::check_code(std::size_t row, std::size_t column, std::string_view text) const {
    const Cell cell = file_.shape->columns[column].cell;
    const Codes* known = codes(cell);
    const bool found = known != nullptr ? known->contains(text) : release_.scales_.contains(text);
    if (found) return {};
    const auto from = reference(cell);
    return wrong(row, column, fmt::format("{} ({})", from->what, from->file));
}

Result<void> OnetCheck::check_keys() const {
    std::unordered_map<std::string, std::size_t> seen;
    seen.reserve(file_.rows());
    std::string whole;
    for (std::size_t row = 0; row < file_.rows(); ++row) {
        whole.clear();
        std::size_t last = 0;
        for (std::size_t column = 0; column < file_.columns.size(); ++column) {
            if (!file_.shape->columns[column].key) continue;
            whole.append(file_.cell(row, column)).push_back('\t');
            last = column;
        }
        const auto [first, is_new] = seen.try_emplace(whole, row);
        if (!is_new) {
            return wrong(row, last, fmt::format("there once: line {} says the same", first->second + 2));
        }
    }
    return {};
}

}  // namespace headway::ontology
