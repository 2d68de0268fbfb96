// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "career/clause.hpp"
#include "career/level.hpp"

namespace headway::career {
namespace {

std::optional<double> cue_level(Cue cue) {
    switch (cue) {
        case Cue::basic:
            return basic_level;
        case Cue::working:
            return working_level;
        case Cue::proficient:
            return proficient_level;
        case Cue::advanced:
            return advanced_level;
        default:
            return std::nullopt;
    }
}

/// Common European Framework grades of languages.
std::optional<double> cefr_level(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, double>, 6> grades = {
        {{"A1", 1.0}, {"A2", 2.0}, {"B1", 3.0}, {"B2", 4.25}, {"C1", 5.5}, {"C2", 6.5}}};
    for (const auto& [grade, level] : grades) {
        if (grade == word) return level;
    }
    return std::nullopt;
}

/// Whether the words at `first` are set behind something: "(expert)", "– 5 years", ": advanced".
bool set_behind(const Reading& r, std::uint32_t first) {
    if (first == 0 || r.sentence_of[first - 1] != r.sentence_of[first]) return false;
    const std::string_view gap = r.between(first - 1);
    return gap.find('(') != std::string_view::npos || gap.find('[') != std::string_view::npos ||
           gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
           gap.find(" - ") != std::string_view::npos || gap.find(':') != std::string_view::npos;
}

/// Whether a bracket that opened before `from` is still open there: "Python (5 years, expert)".
bool inside_brackets(const Reading& r, std::uint32_t sentence, std::uint32_t from) {
    const std::string_view before = r.slice(r.sentences[sentence].begin, r.tokens[from].begin);
    const std::size_t open = before.rfind('(');
    return open != std::string_view::npos && before.find(')', open) == std::string_view::npos;
}

/// A line of its own above that says the level of the lines under it: "Expert", "Basic:". Looks up to the
/// paragraph's start, ten lines at most.
std::optional<LevelMark> level_heading(const Reading& r, std::uint32_t line) {
    for (int steps = 0; line > 0 && steps < 10 && !r.lines[line].after_blank; ++steps) {
        --line;
        if (r.lines[line].end - r.lines[line].begin > 24) continue;
        const auto at =
            std::lower_bound(r.cues.begin(), r.cues.end(), r.lines[line].begin,
                             [&](const CueMatch& c, std::uint32_t b) { return r.tokens[c.first].begin < b; });
        if (at != r.cues.end()) {
            const CueMatch& c = *at;
            const auto level = cue_level(c.cue);
            if (!level || r.tokens[c.first].begin != r.lines[line].begin) continue;
            const std::uint32_t end = c.first + c.length;
            if (end >= r.tokens.size() || r.line_of[end] != line)
                return LevelMark{MarkKind::wording, c.first, c.length, *level, false};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<LevelMark> level_marks(const Reading& r, std::uint32_t sentence,
                                   std::span<const StatedYears> years) {
    std::vector<LevelMark> out;
    for (const CueMatch& c : r.cues_in(sentence)) {
        if (const auto level = cue_level(c.cue))
            out.push_back({MarkKind::wording, c.first, c.length, *level, false});
    }
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t < end; ++t) {
        if (const auto level = cefr_level(r.word(t))) out.push_back({MarkKind::wording, t, 1, *level, true});
    }
    const auto from =
        std::lower_bound(years.begin(), years.end(), first,
                         [](const StatedYears& y, std::uint32_t t) { return y.first_token < t; });
    for (auto y_at = from; y_at != years.end() && y_at->first_token < end; ++y_at) {
        const StatedYears& y = *y_at;
        out.push_back({MarkKind::years, y.first_token, y.token_count, y.years, false});
    }
    if (std::none_of(out.begin(), out.end(),
                     [](const LevelMark& m) { return m.kind == MarkKind::wording; })) {
        if (const auto above = level_heading(r, r.sentences[sentence].first_line)) out.push_back(*above);
    }
    std::sort(out.begin(), out.end(),
              [](const LevelMark& a, const LevelMark& b) { return a.first < b.first; });
    for (LevelMark& m : out) {
        m.behind = m.behind || set_behind(r, m.first) || inside_brackets(r, sentence, m.first);
    }
    return out;
}

const LevelMark* bound_mark(const Reading& r, const Mention& m, std::span<const LevelMark> marks,
                            MarkKind kind) {
    const std::uint32_t end = m.first_token + m.token_count;
    const TokenRange clause = clause_around(r, m.first_token);
    const LevelMark* before = nullptr;
    const LevelMark* after = nullptr;
    for (const LevelMark& mark : marks) {
        if (mark.kind != kind) continue;
        const std::uint32_t mark_end = mark.first + mark.length;
        if (mark_end <= m.first_token) {
            const bool heads_line = mark.first == 0 || r.tokens[mark.first].line_start;
            const bool heading = r.sentence_of[mark.first] != m.sentence;
            if (heading || ((!mark.behind || heads_line) && mark.first >= clause.begin)) before = &mark;
        } else if (mark.first >= end && after == nullptr) {
            after = &mark;
        }
    }
    if (after != nullptr && after->behind) {
        // Directly behind, or behind other words of the same bracket: "Python (3.x, expert)".
        const std::string_view gap = r.slice(m.end, r.tokens[after->first].begin);
        // "IntelliJ, Docker, Terraform (beginner)" says it of the last one only.
        const bool other_between = gap.find(',') < gap.find('(');
        if (after->first - end <= 4 && !other_between) return after;
    }
    if (before != nullptr) return before;
    // "Python, at least 3 years" and "communication skills: strong": only close behind and in the same
    // clause.
    if (after != nullptr && !after->behind && after->first < clause.end &&
        after->first - end <= (kind == MarkKind::years ? 6U : 1U) &&
        r.slice(m.end, r.tokens[after->first].begin).find_first_of("*)") == std::string_view::npos) {
        return after;
    }
    return nullptr;
}

}  // namespace headway::career
