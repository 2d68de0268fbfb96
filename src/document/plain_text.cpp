// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/plain_text.hpp"

#include <algorithm>

#include "document/charset.hpp"
#include "document/clean.hpp"

namespace headway::document {
namespace {

/// Length of "## " at the start of a line, 0 when the line is no heading.
std::size_t heading_mark(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || marks >= line.size() || line[marks] != ' ') return 0;
    return line.find_first_not_of(' ', marks) == std::string_view::npos ? 0 : marks + 1;
}

/// A line of three or more "=", "-", "*" or "_": an underline or a rule.
bool is_rule(std::string_view line) {
    if (line.size() < 3 || std::string_view("=-*_").find(line[0]) == std::string_view::npos) return false;
    return line.find_first_not_of(line[0]) == std::string_view::npos;
}

template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        visit(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

bool is_markdown(std::string_view text, const std::string& name) {
    if (name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".MD")) return true;
    std::size_t headings = 0;
    for_each_line(text, [&](std::string_view line) { headings += heading_mark(line) > 0 ? 1U : 0U; });
    return headings >= 2;
}

std::string without_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool fenced = false;
    for_each_line(text, [&](std::string_view line) {
        if (line.starts_with("```")) fenced = !fenced;
        if (!fenced) {
            if (is_rule(line)) line = {};
            if (const std::size_t mark = heading_mark(line); mark > 0) {
                line.remove_prefix(mark);
                // A closing run of # belongs to the mark only after a blank, so that "C#" keeps its sharp.
                const std::size_t last = line.find_last_not_of("# ");
                if (last != std::string_view::npos && last + 1 < line.size() && line[last + 1] == ' ') {
                    line = line.substr(0, last + 1);
                }
            }
        }
        out += line;
        out += '\n';
    });
    return out;
}

}  // namespace

Result<Document> parse_plain_text(std::string_view bytes, const std::string& name) {
    const auto decoded = decode_text(bytes, {});
    if (!decoded) {
        return fail(ErrorCode::invalid, "this is neither text nor a known document format", name,
                    "Save it as PDF, DOCX or plain text and try again");
    }
    Document document;
    document.format = Format::text;
    if (!decoded->warning.empty()) document.warnings.push_back(decoded->warning);
    std::string text = clean_characters(decoded->text, SoftHyphen::invisible);
    if (is_markdown(text, name)) text = without_marks(text);
    document.text = tidy_lines(text);
    document.pages = {{0, document.text.size()}};
    return document;
}

}  // namespace headway::document
