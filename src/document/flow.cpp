// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/flow.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/clean.hpp"

namespace headway::document {
namespace {

/// White in ems that parts cells of a row, and white that parts them however wide the row's other blanks are.
constexpr double cell_gap = 1.6;
constexpr double sure_cell_gap = 4.0;
/// The same where the document itself has no blank between the words.
constexpr double blankless_cell_gap = 1.2;
/// Lines of a paragraph stand no wider apart than this (ems).
constexpr double widest_pitch = 2.4;
/// A block narrower than this (ems) is as likely a list as a paragraph.
constexpr double narrow_block = 24;

double typical_gap(const Row& row) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < row.words.size(); ++i) {
        const double gap = row.words[i].x0 - row.words[i - 1].x1;
        if (gap > 0.05 * row.em()) gaps.push_back(gap);
    }
    // With few blanks in a row their median says nothing about justification.
    return gaps.size() < 4 ? 0 : median(std::move(gaps));
}

std::string_view separator(const Row& row, std::size_t i, double typical) {
    const Word& before = row.words[i - 1];
    const double gap = row.words[i].x0 - before.x1;
    const double em = std::max(row.em(), 1.0);
    if (gap > sure_cell_gap * em || (gap > cell_gap * em && gap > 2 * typical)) return "\t";
    if (!before.space_after && gap > blankless_cell_gap * em) return "\t";
    if (!before.space_after && gap < 0.12 * em && gap > -em) return "";
    return " ";
}

Line make_line(const Row& row) {
    Line line;
    const double typical = typical_gap(row);
    for (std::size_t i = 0; i < row.words.size(); ++i) {
        if (i > 0) {
            // The white after a bullet is no cell border.
            const bool after_bullet =
                i == 1 && bullet_length(row.words[0].text + " ") > row.words[0].text.size();
            const std::string_view between = after_bullet ? " " : separator(row, i, typical);
            line.cells = line.cells || between == "\t";
            line.text += between;
        }
        line.text += row.words[i].text;
    }
    const std::size_t mark = bullet_length(line.text);
    line.bullet = mark > 0;
    const std::size_t first = line.bullet && row.words.size() > 1 && mark >= row.words[0].text.size() ? 1 : 0;
    line.left = row.words[first].x0;
    line.first_word = row.words[first].x1 - row.words[first].x0;
    line.right = row.right();
    line.middle = row.middle();
    line.em = row.em();
    return line;
}

bool has_lower(std::string_view s) {
    return std::ranges::any_of(s, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool starts_lower(std::string_view s) {
    return !s.empty() && s.front() >= 'a' && s.front() <= 'z';
}

/// A lone bullet whose text was set on a row of its own, because the mark stands higher or lower.
void mend_lone_bullets(std::vector<Line>& lines) {
    std::vector<Line> out;
    for (Line& line : lines) {
        const bool lone =
            !out.empty() && out.back().bullet && bullet_length(out.back().text) == out.back().text.size();
        if (lone && !line.bullet) {
            line.text = out.back().text + " " + line.text;
            line.bullet = true;
            out.back() = std::move(line);
        } else {
            out.push_back(std::move(line));
        }
    }
    lines = std::move(out);
}

/// Distances and edges that hold for a whole block.
struct Setting {
    double pitch = 0;  ///< from line to line inside paragraphs
    double left = 0;
    double right = 0;
};

Setting measure(const std::vector<Line>& lines) {
    Setting s;
    std::vector<double> steps;
    std::vector<double> ems;
    s.left = lines.empty() ? 0 : lines.front().left;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        s.left = std::min(s.left, lines[i].left);
        s.right = std::max(s.right, lines[i].right);
        ems.push_back(lines[i].em);
        if (i > 0) steps.push_back(lines[i].middle - lines[i - 1].middle);
    }
    // Lines inside paragraphs stand closest: the lower third is more typical of them than the middle.
    std::ranges::sort(steps);
    s.pitch = steps.empty() ? 0 : std::min(steps[steps.size() / 3], widest_pitch * median(std::move(ems)));
    return s;
}

/// The line cannot be the end of a thought: it stops at a comma, a hyphen or a word that asks for another.
bool is_open_ended(std::string_view line) {
    constexpr std::array<std::string_view, 14> words{"and", "or", "of",   "the", "a",  "an",   "for",
                                                     "in",  "on", "with", "to",  "by", "from", "&"};
    if (line.ends_with(',') || line.ends_with('-') || line.ends_with('/')) return true;
    const std::size_t blank = line.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? line : line.substr(blank + 1);
    return std::ranges::find(words, last) != words.end();
}

/// `next` goes on where `line` stopped: it follows at the normal distance, starts where the paragraph's lines
/// start, and its first word would not have fitted on the line before.
bool continues(const Line& line, const Line& next, const Line& start, const Setting& s) {
    if (next.bullet || next.cells || line.cells) return false;
    if (next.middle - line.middle > 1.3 * s.pitch + 0.5) return false;
    if (std::max(line.em, next.em) > 1.35 * std::min(line.em, next.em)) return false;
    if (has_lower(line.text) != has_lower(next.text) && letter_count(next.text) > 3) return false;
    // Set lines are stretched and shrunk, hence the slack; a sentence that runs on in lower case gets more of
    // it.
    const double slack = starts_lower(next.text) ? 4.0 : 0.5;
    const bool full = line.right + 0.25 * line.em + next.first_word > s.right - slack * line.em;
    if (!full) return false;
    const bool narrow = s.right - s.left < narrow_block * line.em;
    if (narrow && !starts_lower(next.text) && !is_open_ended(line.text)) return false;
    const double indent = next.left - start.left;
    return indent > -3.0 * line.em && indent < (start.bullet ? 1.0 : 0.6) * line.em;
}

}  // namespace

void append_continuation(std::string& out, const std::string& next, const Hyphens& hyphens) {
    const std::size_t hyphen = hyphen_at_end(out);
    if (hyphen == 0) {
        out += ' ';
    } else if (hyphens.is_break(out.substr(out.size() - std::min<std::size_t>(out.size(), 80)), next)) {
        out.resize(out.size() - hyphen);
    }
    out += next;
}

std::vector<Line> make_lines(const Block& block) {
    std::vector<Line> lines;
    lines.reserve(block.rows.size());
    for (const Row& row : block.rows) lines.push_back(make_line(row));
    mend_lone_bullets(lines);
    return lines;
}

std::string flow_text(const std::vector<Line>& lines, const Hyphens& hyphens) {
    std::string out;
    const Setting setting = measure(lines);
    const Line* start = nullptr;  // first line of the paragraph
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i > 0 && continues(lines[i - 1], line, *start, setting)) {
            append_continuation(out, line.text, hyphens);
            continue;
        }
        if (i > 0) {
            const bool apart = line.middle - lines[i - 1].middle > 1.45 * setting.pitch ||
                               std::max(line.em, lines[i - 1].em) > 1.5 * std::min(line.em, lines[i - 1].em);
            out += apart ? "\n\n" : "\n";
        }
        out += line.text;
        start = &line;
    }
    if (!out.empty()) out += '\n';
    return out;
}

}  // namespace headway::document
