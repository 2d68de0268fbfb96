// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/roles.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

/// A line that can head a role: short and no bullet.
bool heading_like(const Reading& r, std::uint32_t line) {
    const text::Line& l = r.lines[line];
    return !l.bullet && l.end - l.begin <= 90 && r.text[l.end - 1] != '.';
}

bool is_section_heading(const Reading& r, std::uint32_t line) {
    return line > 0 && r.line_sections[line] != r.line_sections[line - 1];
}

/// The first line of the heading whose dates stand on `line`.
std::uint32_t heading_start(const Reading& r, std::uint32_t line, std::uint32_t not_before) {
    std::uint32_t first = line;
    if (r.lines[line].after_blank) return first;
    for (int steps = 0; steps < 2 && first > not_before; ++steps) {
        const std::uint32_t above = first - 1;
        if (!heading_like(r, above) || is_section_heading(r, above) ||
            r.line_sections[above] != r.line_sections[line])
            break;
        first = above;
        if (r.lines[above].after_blank) break;
    }
    return first;
}

/// Words that say a rank and not which work: "apprentice" alone, which one list calls a cook.
bool rank_alone(const text::Token& word) {
    constexpr std::array ranks = {
        hash64("apprentice"),  hash64("trainee"),    hash64("intern"),  hash64("assistant"),
        hash64("manager"),     hash64("supervisor"), hash64("lead"),    hash64("leader"),
        hash64("director"),    hash64("associate"),  hash64("officer"), hash64("specialist"),
        hash64("worker"),      hash64("operator"),   hash64("helper"),  hash64("volunteer"),
        hash64("coordinator"), hash64("consultant"), hash64("head"),    hash64("chief"),
        hash64("member"),      hash64("owner"),      hash64("founder"), hash64("partner"),
        hash64("student"),     hash64("graduate"),   hash64("adviser"), hash64("advisor"),
        hash64("agent"),       hash64("junior"),     hash64("senior"),  hash64("contractor"),
        hash64("freelancer"),  hash64("employee")};
    return std::find(ranks.begin(), ranks.end(), word.key) != ranks.end();
}

void name_occupations(const Reading& r, const ontology::Catalog& catalog, Role& role) {
    const auto first = std::lower_bound(r.tokens.begin(), r.tokens.end(), role.heading_begin,
                                        [](const text::Token& t, std::uint32_t b) { return t.begin < b; });
    const auto last = std::lower_bound(first, r.tokens.end(), role.heading_end,
                                       [](const text::Token& t, std::uint32_t e) { return t.begin < e; });
    auto matches = text::match_longest(catalog.lexicon().titles(), {first, last});
    std::erase_if(matches, [&](const auto& m) { return m.length == 1 && rank_alone(first[m.first]); });
    const auto best = std::max_element(matches.begin(), matches.end(),
                                       [](const auto& a, const auto& b) { return a.length < b.length; });
    if (best == matches.end()) return;
    const auto found = catalog.lexicon().title_occupations(best->phrase);
    role.occupations.assign(found.begin(), found.end());
    if (role.occupations.size() > 12) role.occupations.resize(12);
}

}  // namespace

std::vector<Role> find_roles(const Reading& r, Month today, const ontology::Catalog& catalog) {
    std::vector<Role> out;
    std::uint32_t not_before = 0;
    for (const DateRange& d : find_date_ranges(r, today)) {
        const std::uint32_t line = r.line_of[d.first_token];
        const Section section = r.line_sections[line];
        // "Licence kept fresh since 2014" in a bullet dates no role.
        if (r.lines[line].bullet && r.tokens[d.first_token].begin != r.lines[line].begin) continue;
        if (section == Section::summary || section == Section::skills || section == Section::objective)
            continue;
        if (!out.empty() && out.back().first_line <= line && line < out.back().first_line + 1) continue;
        Role role;
        role.first_line = heading_start(r, line, not_before);
        role.from = d.from;
        role.until = d.until;
        role.present = d.present;
        role.study = section == Section::education || section == Section::certificates;
        role.heading_begin = r.lines[role.first_line].begin;
        role.heading_end = r.lines[line].end;
        // A title may follow the line with the dates.
        if (line + 1 < r.lines.size() && heading_like(r, line + 1) && !r.lines[line + 1].after_blank &&
            r.lines[line + 1].end - r.lines[line + 1].begin < 60) {
            role.heading_end = r.lines[line + 1].end;
        }
        role.end_line = static_cast<std::uint32_t>(r.lines.size());
        if (!out.empty()) out.back().end_line = std::min(out.back().end_line, role.first_line);
        name_occupations(r, catalog, role);
        not_before = line + 1;
        out.push_back(std::move(role));
    }
    for (Role& role : out) {
        const Section section = r.line_sections[std::min<std::size_t>(role.first_line, r.lines.size() - 1)];
        for (std::uint32_t line = role.first_line; line < role.end_line; ++line) {
            if (r.line_sections[line] != section) role.end_line = line;
        }
    }
    return out;
}

std::uint32_t role_of_line(const std::vector<Role>& roles, std::uint32_t line) {
    // Roles are in order of place and do not overlap.
    const auto after = std::upper_bound(roles.begin(), roles.end(), line,
                                        [](std::uint32_t l, const Role& r) { return l < r.first_line; });
    if (after == roles.begin() || line >= std::prev(after)->end_line) return no_role;
    return static_cast<std::uint32_t>(std::prev(after) - roles.begin());
}

double merged_months(std::vector<std::pair<Month, Month>> spans) {
    std::sort(spans.begin(), spans.end());
    double months = 0;
    Month reached = 0;
    for (const auto& [from, until] : spans) {
        const Month begin = std::max(from, reached);
        if (until > begin) {
            months += until - begin;
            reached = until;
        }
    }
    return months;
}

}  // namespace headway::career
