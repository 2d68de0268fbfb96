// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/section.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "career/heading_index.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

/// The section that a run of tokens names, when headings cover most of it.
std::optional<Section> named_section(std::span<const text::Token> tokens) {
    if (tokens.empty() || tokens.size() > 8) return std::nullopt;
    const auto& known = heading_index();
    const auto matches = text::match_longest(known.builder.index(), tokens);
    std::uint32_t covered = 0;
    std::uint32_t longest = 0;
    Section section = Section::other;
    for (const auto& m : matches) {
        covered += m.length;
        // Words that only fill up a heading do not name it.
        if (known.sections[m.phrase] != Section::other && m.length > longest) {
            longest = m.length;
            section = known.sections[m.phrase];
        }
    }
    if (longest == 0 || covered * 5 < tokens.size() * 3) return std::nullopt;
    return section;
}

/// What a heading that is in no table is likely about, from single words. Only for lines that head a list of
/// a job ad.
std::optional<Section> guessed_section(std::string_view s, std::span<const text::Token> tokens,
                                       bool after_duties) {
    const auto has = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& t) {
            const std::string word = text::normal_form(s.substr(t.begin, t.end - t.begin));
            return std::find(words.begin(), words.end(), word) != words.end();
        });
    };
    const bool speaks_to_reader = has({"you", "you'll", "your", "you’ll"});
    // "What you will love about us", but not "You'll love this job if"
    if (has({"you'll", "you’ll", "will"}) && speaks_to_reader && has({"love", "enjoy"}) &&
        !has({"if", "do", "doing", "when"}))
        return Section::benefits;
    if (has({"plus",     "bonus", "lovely",    "preferred", "preferable", "prefer", "ideally",
             "optional", "extra", "desirable", "advantage", "welcome",    "nice",   "glad",
             "helpful",  "help",  "wish",      "also",      "love",       "like"})) {
        return Section::nice_to_have;
    }
    if (has({"offer", "benefit", "perk", "get", "pay", "give", "thanks", "return", "receive"}))
        return Section::benefits;
    if (has({"need",   "needed",    "require", "required", "must",          "bring", "have",
             "expect", "ask",       "want",    "profile",  "qualification", "know",  "looking",
             "look",   "essential", "should",  "able",     "hope",          "seek",  "requirement"})) {
        return Section::requirements;
    }
    // "You": what one does there, or who one is where that has been said.
    if (tokens.size() == 1 && has({"you"})) return after_duties ? Section::requirements : Section::duties;
    if (has({"work",        "do",
             "task",        "job",
             "role",        "field",
             "day",         "duty",
             "responsible", "responsibility",
             "week",        "shift",
             "mission",     "scope",
             "deliverable", "impact",
             "challenge",   "contribution",
             "contribute",  "function",
             "activity",    "accountability",
             "assignment",  "own"})) {
        return Section::duties;
    }
    // "How you'll spend your time"
    if (speaks_to_reader && tokens.size() <= 7) return Section::duties;
    return std::nullopt;
}

/// Sections that a list of benefits may seem to begin.
bool teaches(Section s) {
    return s == Section::education || s == Section::certificates || s == Section::languages ||
           s == Section::interests || s == Section::experience;
}

/// "We offer: * Lunch": the first item of a list stands behind its heading.
bool begins_item(std::string_view s) {
    const std::size_t mark = s.find_first_not_of(' ');
    if (mark == std::string_view::npos) return false;
    return s.substr(mark).starts_with("* ") || s.substr(mark).starts_with("• ");
}

/// A short heading about place, time, contact or kind of employment.
bool names_a_place(Section s, std::string_view heading) {
    return s == Section::apply && heading.size() <= 17 && !heading.starts_with("Appl") &&
           !heading.starts_with("APPL") && !heading.starts_with("How");
}

std::span<const text::Token> tokens_in(const std::vector<text::Token>& tokens, std::uint32_t begin,
                                       std::uint32_t end) {
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), begin,
                                        [](const text::Token& t, std::uint32_t b) { return t.begin < b; });
    const auto last = std::lower_bound(first, tokens.end(), end,
                                       [](const text::Token& t, std::uint32_t e) { return t.begin < e; });
    return {first, last};
}

}  // namespace

std::string_view to_string(Section section) {
    constexpr std::array<std::string_view, 19> names = {
        "other",        "title",        "summary",   "objective",         "experience", "skills", "education",
        "projects",     "certificates", "languages", "interests",         "references", "about",  "duties",
        "requirements", "nice_to_have", "benefits",  "equal_opportunity", "apply"};
    return names[static_cast<std::size_t>(section)];
}

std::vector<SectionedLine> find_sections(std::string_view s, const std::vector<text::Line>& lines,
                                         const std::vector<text::Token>& tokens, DocumentKind kind) {
    std::vector<SectionedLine> out(lines.size());
    Section current = Section::other;
    Section outer = Section::other;  // to come back to after the paragraph of an inline heading
    bool inline_heading = false;
    bool after_duties = false;
    int answer_left = 0;  // lines of a short answer still to come
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const text::Line& line = lines[i];
        if (inline_heading && (line.after_blank || line.bullet != lines[i - 1].bullet)) {
            current = outer;
            inline_heading = false;
        }
        const std::string_view content = s.substr(line.begin, line.end - line.begin);
        const std::size_t colon = content.find(':');
        const bool whole = !line.bullet && content.front() != '<' && content.size() <= 70 &&
                           content.back() != '.' && content.back() != ',' &&
                           (colon == std::string_view::npos || colon + 1 == content.size());
        std::optional<Section> found;
        if (whole) found = named_section(tokens_in(tokens, line.begin, line.end));
        // Among benefits "Trainings" and "Language classes" are more of them.
        if (found && kind == DocumentKind::job && current == Section::benefits && teaches(*found) &&
            colon == std::string_view::npos) {
            found.reset();
        }
        const bool heads_list = kind == DocumentKind::job && i > 0 && !line.bullet && content.size() <= 90 &&
                                i + 1 < lines.size() && lines[i + 1].bullet &&
                                (line.after_blank || lines[i - 1].bullet);
        if (!found && whole && kind == DocumentKind::job && content.starts_with("About ") &&
            content.size() < 40) {
            found = Section::about;
        }
        // "Life at Brightwell", "Why Brightwell?"
        if (!found && whole && heads_list && content.size() < 40 &&
            (content.starts_with("Life at ") ||
             (content.starts_with("Why ") && content.find(" you") == std::string_view::npos)))
            found = Section::benefits;
        if (!found && heads_list)
            found = guessed_section(s, tokens_in(tokens, line.begin, line.end), after_duties);
        after_duties |= found == Section::duties;
        // A paragraph after a list no longer belongs to it.
        if (!found && kind == DocumentKind::job && i > 0 && !line.bullet && line.after_blank &&
            lines[i - 1].bullet) {
            current = outer = Section::other;
        }
        if (found && kind == DocumentKind::job && names_a_place(*found, content)) {
            // "Location", "Hours": the next line answers it, and the ad goes on where it was.
            outer = current;
            current = *found;
            answer_left = 2;
        } else if (found) {
            current = outer = *found;
            inline_heading = false;
        } else if (colon != std::string_view::npos && colon > 2 && colon < 48) {
            found =
                named_section(tokens_in(tokens, line.begin, line.begin + static_cast<std::uint32_t>(colon)));
            if (found) {
                if (!inline_heading) outer = current;
                current = *found;
                inline_heading = !begins_item(content.substr(colon + 1));
                if (!inline_heading) outer = current;
            } else if (inline_heading) {
                current = outer;
                inline_heading = false;
            }
        }
        out[i] = {current, found.has_value() && !inline_heading};
        if (answer_left > 0 && --answer_left == 0) current = outer;
        const bool running_text = content.size() > 120 || content.find(". ") != std::string_view::npos;
        if (kind == DocumentKind::job && i == 0 && !found && !running_text) {
            out[0].section = Section::title;
        }
    }
    return out;
}

}  // namespace headway::career
