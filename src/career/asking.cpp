// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/asking.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "career/clause.hpp"
#include "career/employer.hpp"
#include "career/need_marks.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr double duty_place = 0.7;
constexpr std::uint32_t longest_cue_reach = 240;  // bytes
constexpr double loose_place = 0.7;               // outside any section that says what it is

bool has(const Reading& r, std::uint32_t sentence, Cue cue) {
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) { return c.cue == cue; });
}

bool has_level_words(const Reading& r, std::uint32_t sentence) {
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(),
                       [](const CueMatch& c) { return c.cue >= Cue::must && c.cue <= Cue::advanced; });
}

/// Whether the sentence speaks to or of the applicant.
bool addresses_applicant(const Reading& r, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t < end; ++t) {
        const std::string w = text::normal_form(r.word(t));
        if (w == "you" || w == "your" || w == "candidate" || w == "applicant" || w == "you'll" ||
            w == "experience" || w == "knowledge" || w == "seeking" || w == "hiring") {
            return true;
        }
        // "Looking for", but not "looking after families".
        if (w == "looking" && t + 1 < end && text::fold(r.word(t + 1)) == "for") return true;
    }
    return false;
}

/// "Our platform is used by …"; but "support our customers" tells what to do. Running text outside a list
/// that speaks to nobody may name it anywhere.
bool about_ours(const Reading& r, std::uint32_t sentence) {
    const std::uint32_t first = r.tokens_of(sentence).first;
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        if (c.cue != Cue::ours) return false;
        const bool running = r.section(sentence) != Section::duties && !r.sentences[sentence].bullet;
        return c.first == first || (running && !addresses_applicant(r, sentence));
    });
}

/// "We make reasonable accommodations …", also where it runs on behind the last line of a list.
bool says_we(const Reading& r, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    return std::any_of(r.tokens.begin() + first, r.tokens.begin() + end,
                       [](const text::Token& t) { return t.key == hash64("we"); });
}

/// Whether the sentence gives something or speaks of applying and of equal chances. Where a list tells what
/// is asked for, "health insurance" and "background check" may be it, and only giving takes a line out.
bool offers(const Reading& r, std::uint32_t sentence) {
    // "You will receive and enter prescriptions" is work.
    const auto cues = r.cues_in(sentence);
    const bool gives = std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        const std::uint32_t next = c.first + c.length;
        const bool and_then =
            next < r.tokens.size() && r.sentence_of[next] == sentence && text::fold(r.word(next)) == "and";
        return c.cue == Cue::gives && !and_then;
    });
    if (gives) return true;
    switch (r.section(sentence)) {
        case Section::requirements:
        case Section::nice_to_have:
        case Section::skills:
        case Section::education:
        case Section::certificates:
        case Section::languages:
        case Section::experience:
            return (!r.sentences[sentence].bullet || says_we(r, sentence)) && has(r, sentence, Cue::equal);
        default:
            return has(r, sentence, Cue::benefit) || has(r, sentence, Cue::equal);
    }
}

/// "Our systems people look for …" speaks of the employer.
bool starts_with_our(const Reading& r, std::uint32_t sentence) {
    return r.slice(r.sentences[sentence].begin, r.sentences[sentence].end).starts_with("Our ");
}

/// "In 2019 the house reached …", "Since 1998 …": the employer tells its story.
bool tells_history(const Reading& r, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    if (end - first < 2 || (r.tokens[first].key != hash64("in") && r.tokens[first].key != hash64("since")))
        return false;
    const std::string_view year = r.word(first + 1);
    return year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
           r.tokens[first].upper_first;
}

/// "We embrace a culture of experimentation": the employer speaks of itself, to nobody and asking nothing.
bool employer_of_itself(const Reading& r, std::uint32_t sentence) {
    const text::Sentence& s = r.sentences[sentence];
    const std::string_view content = r.slice(s.begin, s.end);
    if (!(content.starts_with("We ") || content.starts_with("Our ") || content.starts_with("We’") ||
          content.starts_with("We'"))) {
        return false;
    }
    constexpr auto asking = std::to_array<std::string_view>(
        {"you",       "your", "candidate", "applicant", "look",   "looking",  "seek",        "seeking",
         "need",      "want", "expect",    "require",   "ask",    "hire",     "hiring",      "search",
         "searching", "hope", "prefer",    "someone",   "people", "consider", "applications"});
    const auto [first, end] = r.tokens_of(sentence);
    for (std::uint32_t t = first; t < end; ++t) {
        if (std::find(asking.begin(), asking.end(), text::normal_form(r.word(t))) != asking.end())
            return false;
    }
    // "We like to see Docker" asks.
    return !has_level_words(r, sentence) && !has(r, sentence, Cue::optional) &&
           !has(r, sentence, Cue::optional_back);
}

bool says_what_it_asks(const Reading& r) {
    return std::any_of(r.line_sections.begin(), r.line_sections.end(), [](Section s) {
        return s == Section::requirements || s == Section::nice_to_have || s == Section::duties ||
               s == Section::skills || s == Section::experience;
    });
}

}  // namespace

std::vector<Asking> find_asking(const Reading& r, std::span<const std::uint32_t> products) {
    std::vector<Asking> out(r.sentences.size());
    const bool sectioned = says_what_it_asks(r);
    for (std::uint32_t i = 0; i < r.sentences.size(); ++i) {
        Asking& a = out[i];
        // In text that runs on without stops a cue says nothing of what stands far from it.
        const bool runs_on =
            r.sentences[i].end - r.sentences[i].begin > longest_cue_reach && products[i] >= 2;
        const bool gives = !runs_on && offers(r, i);
        // "We are a small salon and we're looking for a stylist" asks.
        const bool about_employer =
            !runs_on && !has(r, i, Cue::searching) && (has(r, i, Cue::employer) || about_ours(r, i));
        switch (r.section(i)) {
            case Section::title:
                a = {true, Need::must, 1};
                break;
            case Section::requirements:
            case Section::skills:
            case Section::education:
            case Section::certificates:
            case Section::languages:
            case Section::experience:
                a = {!gives, Need::must, 1};
                break;
            case Section::nice_to_have:
                a = {!gives, Need::nice, 1};
                break;
            case Section::duties:
                a = {!gives && !about_employer, Need::must, duty_place};
                break;
            case Section::about:
            case Section::apply:
                a = {!gives && !about_employer && has(r, i, Cue::must) && addresses_applicant(r, i),
                     Need::must, loose_place};
                break;
            case Section::benefits:
            case Section::equal_opportunity:
            case Section::references:
            case Section::interests:
                break;
            default:
                if (starts_with_our(r, i) || tells_history(r, i) ||
                    (!runs_on && company_is_subject(r, i, products[i])))
                    break;
                // Before the first heading an ad mixes what it is with what it wants.
                a = {!gives && !about_employer &&
                         (!sectioned || has_level_words(r, i) || has(r, i, Cue::aspires) ||
                          has(r, i, Cue::searching) || addresses_applicant(r, i) || products[i] >= 2),
                     Need::must, sectioned ? loose_place : 1};
        }
        if (a.asks && r.section(i) != Section::title && products[i] < 2 && employer_of_itself(r, i))
            a.asks = false;
    }
    read_need_marks(r, out);
    return out;
}

namespace {

/// The tokens between the round brackets around a token, or nothing.
std::optional<TokenRange> bracket_around(const Reading& r, std::uint32_t token) {
    const std::uint32_t sentence = r.sentence_of[token];
    std::uint32_t begin = token;
    for (;; --begin) {
        if (begin == 0 || r.sentence_of[begin - 1] != sentence) return std::nullopt;
        const std::string_view gap = r.between(begin - 1);
        const std::size_t mark = gap.find_last_of("()");
        if (mark == std::string_view::npos) continue;
        if (gap[mark] == ')') return std::nullopt;
        break;
    }
    std::uint32_t end = token + 1;
    while (end < r.tokens.size() && r.sentence_of[end] == sentence &&
           r.between(end - 1).find(')') == std::string_view::npos) {
        ++end;
    }
    return TokenRange{begin, end};
}

/// "(Level 3 desirable)" speaks of what stands in the brackets, "(desirable)" of what stands before them.
bool speaks_outside(const Reading& r, const CueMatch& c, std::uint32_t token) {
    const auto bracket = bracket_around(r, c.first);
    if (!bracket || (token >= bracket->begin && token < bracket->end)) return true;
    constexpr auto fillers =
        std::to_array<std::string_view>({"a", "an", "is", "are", "but", "not", "would", "be", "strongly",
                                         "highly", "very", "also", "or", "and"});
    const auto cues = r.cues_in(r.sentence_of[token]);
    for (std::uint32_t t = bracket->begin; t < bracket->end; ++t) {
        const bool cue = std::any_of(cues.begin(), cues.end(), [&](const CueMatch& x) {
            return t >= x.first && t < x.first + x.length;
        });
        if (!cue && std::find(fillers.begin(), fillers.end(), text::normal_form(r.word(t))) == fillers.end())
            return false;
    }
    return true;
}

bool is_bare_praise(const text::Token& word) {
    return word.key == hash64("useful") || word.key == hash64("handy");
}

/// Whether nothing stands behind a cue but the end of its sentence or list item.
bool ends_item(const Reading& r, const CueMatch& c) {
    const std::uint32_t next = c.first + c.length;
    if (next >= r.tokens.size() || r.sentence_of[next] != r.sentence_of[c.first]) return true;
    return r.between(next - 1).find_first_of("),;.") != std::string_view::npos;
}

/// "Docker (bonus)", "Docker, ideally.": a word that usually speaks of what follows, with nothing behind it.
bool closes_item(const Reading& r, const CueMatch& c, std::uint32_t mention_end) {
    return c.first == mention_end && ends_item(r, c);
}

}  // namespace

bool in_brackets(const Reading& reading, std::uint32_t token) {
    return bracket_around(reading, token).has_value();
}

Need need_of(const Reading& r, const Mention& m, Need section_need) {
    const TokenRange clause = clause_around(r, m.first_token);
    const std::uint32_t end = m.first_token + m.token_count;
    Need need = section_need;
    std::uint32_t nearest = 0xFFFFFFFFU;
    const auto consider = [&](Need n, std::uint32_t apart) {
        if (apart < nearest) {
            nearest = apart;
            need = n;
        }
    };
    std::uint32_t must_after = 0xFFFFFFFFU;
    for (const CueMatch& c : r.cues_in(m.sentence)) {
        const std::uint32_t cue_end = c.first + c.length;
        const bool before = cue_end <= m.first_token;
        const bool after = c.first >= end;
        const bool reaches = (c.first >= clause.begin && c.first < clause.end) || c.first == clause.end;
        // "Spanish helps" is a wish, "and help customers" is work.
        if (c.cue == Cue::optional_back && c.length == 1 && text::fold(r.word(c.first)) == "help") continue;
        // "MEWP ticket useful" is a wish, "useful tools" are tools.
        if (c.cue == Cue::optional_back && c.length == 1 && is_bare_praise(r.tokens[c.first]) &&
            !ends_item(r, c))
            continue;
        if (!reaches || !speaks_outside(r, c, m.first_token)) continue;
        if (c.cue == Cue::must) {
            // "Python required, Docker preferred": said of what stands before it.
            const bool closes = before && r.between(cue_end - 1).find(',') != std::string_view::npos;
            if (before && !closes) consider(Need::must, m.first_token - cue_end);
            if (after) must_after = std::min(must_after, c.first);
            continue;
        }
        if (c.cue == Cue::optional && after && closes_item(r, c, end)) consider(Need::nice, 0);
        if (c.cue == Cue::optional && before) consider(Need::nice, m.first_token - cue_end);
        if (c.cue != Cue::optional_back) continue;
        if (before) {
            // At the start of a sentence it speaks of what follows: "Nice to have: Terraform".
            const bool opens =
                c.first == 0 || r.sentence_of[c.first - 1] != m.sentence || r.tokens[c.first].after_stop;
            if (opens) consider(Need::nice, m.first_token - cue_end);
        } else if (after && must_after > c.first) {
            // Backwards over its own list item; over the whole list only when it closes one with "and" or
            // "or".
            const std::string_view gap = r.slice(m.end, r.tokens[c.first].begin);
            const std::size_t comma = gap.rfind(',');
            bool same_item = comma == std::string_view::npos;
            if (!same_item) {
                const std::string_view rest = gap.substr(comma + 1);
                same_item = rest.find_first_not_of(' ') == std::string_view::npos ||
                            rest.starts_with(" and ") || rest.starts_with(" or ");
            }
            if (same_item) consider(Need::nice, 0);
        }
    }
    return need;
}

}  // namespace headway::career
