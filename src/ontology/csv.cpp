// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/csv.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t longest_cell = std::size_t{4} << 20U;
constexpr std::size_t most_columns = 64;
constexpr const char* again = "Use the file as it was downloaded";

bool control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
}

}  // namespace

CsvReader::CsvReader(std::string where, std::string_view text) : where_(std::move(where)), text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

std::unexpected<Error> CsvReader::refuse(std::string what) const {
    return fail(ErrorCode::invalid, std::move(what), where_ + ":" + std::to_string(line_here_), again);
}

Result<bool> CsvReader::next(std::vector<std::string>& cells) {
    if (at_ >= text_.size()) return false;
    line_ = line_here_;
    std::size_t count = 0;
    for (;;) {
        if (count == most_columns) return refuse("the line has more than 64 columns");
        if (cells.size() <= count) cells.emplace_back();
        std::string& cell = cells[count++];
        cell.clear();
        const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
        if (auto ok = is_quoted ? quoted_cell(cell) : plain_cell(cell); !ok) return pass_on(ok);
        if (cell.size() > longest_cell) return refuse("a cell is larger than 4 MiB");
        if (std::ranges::any_of(cell, control)) return refuse("a cell holds a control character");
        if (text::first_invalid(cell) != std::string_view::npos) return refuse("a cell is not UTF-8");
        if (at_ >= text_.size()) return refuse("the last line is cut off: it has no line end");
        if (text_[at_++] == ',') continue;
        ++line_here_;
        cells.resize(count);
        return true;
    }
}

/// Leaves at_ on the comma or the line feed behind the cell, or at the end of the text.
Result<void> CsvReader::plain_cell(std::string& cell) {
    const auto end = std::min(text_.find_first_of(",\n\"", at_), text_.size());
    cell.assign(text_.substr(at_, end - at_));
    at_ = end;
    if (end < text_.size() && text_[end] == '"')
        return refuse("a quote stands in the middle of an unquoted cell");
    if (end < text_.size() && text_[end] == '\n' && cell.ends_with('\r')) cell.pop_back();
    if (cell.find('\r') != std::string::npos)
        return refuse("a carriage return stands in the middle of a line");
    return {};
}

Result<void> CsvReader::quoted_cell(std::string& cell) {
    ++at_;
    for (;;) {
        const auto end = text_.find('"', at_);
        if (end == std::string_view::npos) return refuse("a quoted cell is never closed");
        const auto piece = text_.substr(at_, end - at_);
        line_here_ += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
        cell.append(piece);
        at_ = end + 1;
        if (at_ >= text_.size() || text_[at_] != '"') break;
        cell.push_back('"');
        ++at_;
    }
    if (at_ + 1 < text_.size() && text_[at_] == '\r' && text_[at_ + 1] == '\n') ++at_;
    if (at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n') return {};
    return refuse("a closing quote is followed by more text");
}

Result<CsvFile> CsvFile::open(std::string where, std::string_view text,
                              std::initializer_list<std::string_view> headings, ShortRows short_rows) {
    CsvFile file(std::move(where), text, short_rows);
    auto read = file.reader_.next(file.headings_);
    if (!read) return pass_on(read);
    for (std::string_view heading : headings) {
        const auto at = std::ranges::find(file.headings_, heading);
        if (!*read || at == file.headings_.end()) {
            return fail(ErrorCode::invalid, "the heading \"" + std::string(heading) + "\" is missing",
                        file.where_ + ":1", again);
        }
        file.columns_.push_back(static_cast<std::size_t>(at - file.headings_.begin()));
    }
    return file;
}

Result<bool> CsvFile::next() {
    auto more = reader_.next(cells_);
    if (!more || !*more) return more;
    ++rows_;
    const bool too_short = cells_.size() < headings_.size();
    if (cells_.size() > headings_.size() || (too_short && short_rows_ == ShortRows::refused)) {
        return fail(ErrorCode::invalid,
                    "the line has " + std::to_string(cells_.size()) + " columns, expected " +
                        std::to_string(headings_.size()),
                    where_ + ":" + std::to_string(reader_.line()), again);
    }
    cells_.resize(headings_.size());
    return true;
}

std::unexpected<Error> CsvFile::wrong(std::size_t column, const std::string& expected) const {
    std::string shown = cell(column);
    if (shown.size() > 90) shown = text::make_valid(shown.substr(0, 90)) + "...";
    return fail(
        ErrorCode::invalid, "\"" + shown + "\" is not " + expected,
        where_ + ":" + std::to_string(reader_.line()) + ", column \"" + headings_[columns_[column]] + "\"",
        again);
}

}  // namespace headway::ontology
