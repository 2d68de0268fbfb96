// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/tsv.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 10U;
constexpr const char* again = "Use the file as it was downloaded";

std::string shown(std::string_view cell) {
    constexpr std::size_t room = 40;
    if (cell.size() <= room) return "\"" + std::string(cell) + "\"";
    return "\"" + text::make_valid(cell.substr(0, room)) + "...\"";
}

}  // namespace

Result<Table> Table::parse(std::string where, std::string text) {
    Table table;
    table.where_ = std::move(where);
    table.text_ = std::make_unique<const std::string>(std::move(text));
    if (auto ok = table.split(); !ok) return pass_on(ok);
    return table;
}

std::unexpected<Error> Table::refuse(std::size_t line, std::string what) const {
    return fail(ErrorCode::invalid, std::move(what), where_ + ":" + std::to_string(line), again);
}

Result<void> Table::split() {
    std::string_view rest = *text_;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    std::size_t number = 0;
    while (!rest.empty()) {
        ++number;
        const auto end = rest.find('\n');
        if (std::min(end, rest.size()) > longest_line)
            return refuse(number, "the line is longer than 64 KiB");
        if (end == std::string_view::npos)
            return refuse(number, "the last line is cut off: it has no line end");
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (auto ok = add_line(line, number); !ok) return ok;
        rest.remove_prefix(end + 1);
    }
    if (number == 0) return refuse(1, "the file is empty; expected a heading line");
    rows_ = number - 1;
    return {};
}

Result<void> Table::add_line(std::string_view line, std::size_t number) {
    if (const auto bad = text::first_invalid(line); bad != std::string_view::npos) {
        return refuse(number, "byte " + std::to_string(bad + 1) + " of the line is not UTF-8");
    }
    const std::size_t before = cells_.size();
    for (std::size_t at = 0;;) {
        const auto tab = line.find('\t', at);
        cells_.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
        if (tab == std::string_view::npos) break;
        at = tab + 1;
    }
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; };
    for (std::size_t i = before; i < cells_.size(); ++i) {
        if (std::ranges::any_of(cells_[i], control)) {
            return refuse(number, "column " + std::to_string(i - before + 1) + " holds a control character");
        }
    }
    const std::size_t count = cells_.size() - before;
    if (number == 1) {
        columns_ = count;
        return check_headings();
    }
    if (count == columns_) return {};
    return refuse(number,
                  "the line has " + std::to_string(count) + " columns, expected " + std::to_string(columns_));
}

Result<void> Table::check_headings() const {
    for (std::size_t i = 0; i < columns_; ++i) {
        if (cells_[i].empty()) return refuse(1, "column " + std::to_string(i + 1) + " has no heading");
        if (std::ranges::count(headings(), cells_[i]) > 1)
            return refuse(1, "two columns are headed " + shown(cells_[i]));
    }
    return {};
}

std::optional<std::size_t> Table::find_column(std::string_view heading) const {
    const auto at = std::ranges::find(headings(), heading);
    if (at == headings().end()) return std::nullopt;
    return static_cast<std::size_t>(at - headings().begin());
}

std::unexpected<Error> Table::wrong(std::size_t row, std::size_t column, std::string expected) const {
    const std::string place =
        where_ + ":" + std::to_string(row + 2) + ", column \"" + std::string(headings()[column]) + "\"";
    return fail(ErrorCode::invalid, shown(cell(row, column)) + " is not " + std::move(expected), place,
                again);
}

}  // namespace headway::ontology
