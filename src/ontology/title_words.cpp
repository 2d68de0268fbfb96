// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/title_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/hash.hpp"
#include "ontology/title_abbreviations.hpp"
#include "ontology/title_ending.hpp"
#include "text/tokens.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t most_words = 32;
constexpr std::size_t most_paired = 10;  ///< Pairs are made of this many words at most.
constexpr float tail_value = 0.5F;
constexpr float piece_value = 0.45F;
constexpr std::size_t piece_length = 4;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto link_words = std::to_array<std::string_view>(
    {"and", "of", "the", "for", "in", "to", "a", "an", "or", "on", "with", "at", "der", "de"});
constexpr auto seniority_words =
    std::to_array<std::string_view>({"senior", "junior", "i", "ii", "iii", "iv", "mid", "entry", "level",
                                     "midlevel", "experienced", "intermediate"});
constexpr auto leading_seniority = std::to_array<std::string_view>(
    {"lead", "staff", "principal", "head", "graduate", "associate", "trainee"});
constexpr auto noise_words = std::to_array<std::string_view>(
    {"remote", "remotely",  "hybrid",      "onsite",   "fulltime",   "parttime", "ft",     "temporary",
     "temp",   "permanent", "perm",        "seasonal", "urgent",     "urgently", "hiring", "wanted",
     "needed", "immediate", "immediately", "prn",      "homeoffice", "vacancy",  "salary", "bonus",
     "shift",  "weekday",   "weekend",     "fte",      "gender",     "req",      "wfh",    "telework"});
constexpr auto hour_words =
    std::to_array<std::string_view>({"night", "day", "evening", "morning", "overnight", "late", "early",
                                     "rotating", "1st", "2nd", "3rd", "first", "second", "third", "12hr"});
constexpr auto gender_letters =
    std::to_array<std::string_view>({"m", "f", "d", "w", "x", "h", "i", "gn", "div", "mwd", "mfd"});

using Tokens = std::span<const text::Token>;

/// The text between a token and the one before it.
std::string_view gap_before(std::string_view title, Tokens tokens, std::size_t i) {
    const std::size_t from = i == 0 ? 0 : tokens[i - 1].end;
    return title.substr(from, tokens[i].begin - from);
}

bool has(std::string_view s, std::string_view part) {
    return s.find(part) != std::string_view::npos;
}

bool starts_tail(std::string_view gap, std::string_view word) {
    return has(gap, " - ") || has(gap, "- ") || has(gap, " -") || has(gap, "–") || has(gap, "—") ||
           has(gap, "|") || has(gap, "@") || has(gap, "(") || has(gap, "[") || has(gap, ": ") ||
           has(gap, ";") || has(gap, "•") || has(gap, "·") || word == "at";
}

bool all_digits(std::string_view word) {
    return word.find_first_not_of("0123456789.,k") == std::string_view::npos;
}

/// Words that say how, when or for whom, and not what.
void mark_noise(std::string_view title, Tokens tokens, std::vector<TitleWord>& words) {
    const std::size_t n = words.size();
    const auto is = [&](std::size_t i, std::string_view w) { return i < n && words[i].text == w; };
    for (std::size_t i = 0; i < n; ++i) {
        const auto noise = [&](std::size_t k) { words[i + k].part = TitlePart::noise; };
        const std::string& w = words[i].text;
        if (one_of(w, noise_words) || (all_digits(w) && w != "911")) noise(0);
        if (i > 0 && (w == "hr" || w == "hour" || w == "h") && all_digits(words[i - 1].text)) noise(0);
        if ((is(i, "full") || is(i, "part")) && is(i + 1, "time")) noise(0), noise(1);
        if (is(i, "per") && is(i + 1, "diem")) noise(0), noise(1);
        if (is(i, "home") && is(i + 1, "office")) noise(0), noise(1);
        if (is(i, "on") && (is(i + 1, "site") || is(i + 1, "call"))) noise(0), noise(1);
        if ((is(i, "all") || is(i, "any")) && is(i + 1, "gender")) noise(0), noise(1);
        if (one_of(w, hour_words) && (is(i + 1, "shift") || words[i].part == TitlePart::tail)) noise(0);
        if (i > 0 && one_of(w, gender_letters) && one_of(words[i - 1].text, gender_letters)) {
            const std::string_view gap = gap_before(title, tokens, i);
            if (has(gap, "/") || has(gap, "|") || has(gap, "*")) {
                noise(0);
                words[i - 1].part = TitlePart::noise;
            }
        }
    }
}

void mark_seniority(std::vector<TitleWord>& words) {
    const auto work = [](const TitleWord& w) { return w.part == TitlePart::work; };
    const auto count = std::count_if(words.begin(), words.end(), work);
    bool first = true;
    for (TitleWord& w : words) {
        if (w.part != TitlePart::work && w.part != TitlePart::tail) continue;
        if (one_of(w.text, link_words)) {
            w.part = TitlePart::link;
            continue;
        }
        if (one_of(w.text, seniority_words) || (first && count > 2 && one_of(w.text, leading_seniority)))
            w.part = TitlePart::seniority;
        first = false;
    }
    // "Principal" or "Junior" alone is the work itself.
    if (std::none_of(words.begin(), words.end(), work)) {
        for (TitleWord& w : words)
            if (w.part == TitlePart::seniority) w.part = TitlePart::work;
    }
}

/// "Remote – Software Engineer": where nothing stands before the tail, the tail is the title.
void promote_tail(std::vector<TitleWord>& words) {
    const bool empty = std::none_of(words.begin(), words.end(), [](const TitleWord& w) {
        return w.part == TitlePart::work && !one_of(w.text, link_words) && !one_of(w.text, seniority_words);
    });
    if (!empty) return;
    for (TitleWord& w : words)
        if (w.part == TitlePart::tail) w.part = TitlePart::work;
}

/// Words that an administrative post ends in; behind "admin" they show that it is one.
constexpr auto desk_words = std::to_array<std::string_view>(
    {"assistant", "asst", "associate", "clerk", "coordinator", "executive", "exec", "officer", "secretary",
     "staff", "support", "trainee", "worker", "apprentice", "intern", "temp"});

/// What "admin" at `i` is short for: alone the work of an office, before other words "administrative", and
/// behind them who looks after something ("Network Admin").
std::string_view admin_in_full(const std::vector<TitleWord>& words, std::size_t i) {
    const auto tells = [&](const TitleWord& w) {
        return w.part == words[i].part && !one_of(w.text, link_words) && !one_of(w.text, seniority_words);
    };
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(i);
    const bool before = std::any_of(words.begin(), at, tells);
    const auto next = std::find_if(at + 1, words.end(), tells);
    if (next == words.end()) return before ? "administrator" : "administrative assistant";
    return before && !one_of(next->text, desk_words) ? "administrator" : "administrative";
}

/// How many words from `i` on make up the phrase; none where others stand there.
std::size_t length_of(std::string_view phrase, const std::vector<TitleWord>& words, std::size_t i) {
    const std::size_t first = i;
    const TitlePart part = words[i].part;
    while (i < words.size() && words[i].part == part && phrase.starts_with(words[i].text)) {
        phrase.remove_prefix(words[i++].text.size());
        if (phrase.empty()) return i - first;
        if (phrase.front() != ' ') return 0;
        phrase.remove_prefix(1);
    }
    return 0;
}

/// The words that stand for those at `i`, and for how many; none where they stand for themselves.
std::pair<std::string_view, std::size_t> in_full(const std::vector<TitleWord>& words, std::size_t i) {
    if (words[i].text == "admin") return {admin_in_full(words, i), 1};
    for (const TitlePhrase& p : title_phrases) {
        if (const std::size_t length = length_of(p.phrase, words, i)) return {p.words, length};
    }
    const auto* found =
        std::find_if(title_abbreviations.begin(), title_abbreviations.end(),
                     [&](const TitleAbbreviation& a) { return a.shortened == words[i].text; });
    return found == title_abbreviations.end() ? std::pair(std::string_view(), std::size_t{1})
                                              : std::pair(found->words, std::size_t{1});
}

void write_out(std::vector<TitleWord>& words) {
    std::vector<TitleWord> out;
    for (std::size_t i = 0; i < words.size();) {
        const TitleWord& w = words[i];
        auto [rest, length] =
            w.part == TitlePart::noise ? std::pair(std::string_view(), std::size_t{1}) : in_full(words, i);
        const bool reworded = length > 1 || rest == "administrative assistant";
        i += length;
        if (rest.empty()) out.push_back(w);  // A copy: what follows is still told by it.
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            out.push_back({std::string(rest.substr(0, end)), w.part, w.after_comma, reworded});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    words = std::move(out);
}

/// The lower half of the hash64 of "KINDA B".
std::uint32_t feature_id(std::string_view kind, std::string_view a, std::string_view b = {}) {
    std::uint64_t h = hash64_seed;
    for (const std::string_view part : {kind, a, std::string_view(" "), b})
        for (const char c : part) h = hash64_add(h, c);
    return static_cast<std::uint32_t>(hash64_end(h));
}

std::string join(const std::vector<TitleWord>& words, auto&& keep) {
    std::string out;
    for (const TitleWord& w : words) {
        if (!keep(w)) continue;
        if (!out.empty()) out += ' ';
        out += w.text;
    }
    return out;
}

void add_pieces(const std::string& word, float value, std::vector<TitleFeature>& out) {
    const std::string framed = "<" + word + ">";
    for (std::size_t i = 0; i + piece_length <= framed.size(); ++i) {
        out.push_back(
            {feature_id("c", std::string_view(framed).substr(i, piece_length)), value * piece_value});
    }
}

}  // namespace

std::vector<TitleWord> read_title(std::string_view title) {
    std::vector<text::Token> tokens = text::tokenize(title);
    if (tokens.size() > most_words) tokens.resize(most_words);
    std::vector<TitleWord> words;
    bool tail = false;
    bool comma = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        TitleWord w;
        const std::string_view written = title.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        w.text = text::normal_form(written);
        const std::string_view gap = gap_before(title, tokens, i);
        if (i > 0 && starts_tail(gap, w.text)) tail = true;
        if (has(gap, ", ")) comma = true;
        // Closing brackets end what they opened: "Nurse (RN) Manager".
        if (i > 0 && has(gap, ") ") && !has(gap, "(") && !has(gap, " -")) tail = false;
        w.after_comma = comma;
        w.part = tail ? TitlePart::tail : TitlePart::work;
        // "IT" is a field, "it" is a word.
        if (written == "IT" || written == "I.T") w.text = "it";
        words.push_back(std::move(w));
    }
    mark_noise(title, tokens, words);
    promote_tail(words);
    write_out(words);
    mark_seniority(words);
    return words;
}

std::vector<std::string> title_variants(const std::vector<TitleWord>& words) {
    std::vector<std::string> out;
    const auto add = [&](std::string s) {
        if (!s.empty() && std::find(out.begin(), out.end(), s) == out.end()) out.push_back(std::move(s));
    };
    const auto part_of = [](const TitleWord& w) { return w.part; };
    const auto main = [&](const TitleWord& w) {
        return part_of(w) == TitlePart::work || part_of(w) == TitlePart::link ||
               part_of(w) == TitlePart::seniority;
    };
    const auto work = [&](const TitleWord& w) {
        return part_of(w) == TitlePart::work || part_of(w) == TitlePart::link;
    };
    add(join(words, [&](const TitleWord& w) { return part_of(w) != TitlePart::noise; }));
    add(join(words, main));
    const std::string turned = join(words, [&](const TitleWord& w) { return main(w) && w.after_comma; });
    if (!turned.empty()) {
        add(turned + " " + join(words, [&](const TitleWord& w) { return main(w) && !w.after_comma; }));
    }
    add(join(words, work));
    if (!turned.empty()) {
        add(join(words, [&](const TitleWord& w) { return work(w) && w.after_comma; }) + " " +
            join(words, [&](const TitleWord& w) { return work(w) && !w.after_comma; }));
        add(join(words, [&](const TitleWord& w) { return work(w) && !w.after_comma; }));
    }
    return out;
}

std::vector<std::string> title_spellings(std::string_view listed) {
    const std::size_t open = listed.find(" (");
    if (open == std::string_view::npos || !listed.ends_with(')') || open == 0) return {std::string(listed)};
    const std::string outside(listed.substr(0, open));
    const std::string inside(listed.substr(open + 2, listed.size() - open - 3));
    const auto outer = text::tokenize(outside);
    const auto inner = text::tokenize(inside);
    const auto acronym = [](const std::vector<text::Token>& one, const std::vector<text::Token>& other) {
        return one.size() == 1 && one[0].upper_all && other.size() > 1;
    };
    const bool share = std::any_of(inner.begin(), inner.end(), [&](const text::Token& a) {
        return std::any_of(outer.begin(), outer.end(), [&](const text::Token& b) { return a.key == b.key; });
    });
    if (inner.empty() || outer.empty()) return {std::string(listed)};
    if ((share && inner.size() > 1) || acronym(outer, inner) || acronym(inner, outer))
        return {outside, inside};
    return {std::string(listed)};
}

std::uint32_t word_feature(std::string_view normal_word) {
    return feature_id("w", normal_word);
}

std::uint32_t last_word_feature(std::string_view normal_word) {
    return feature_id("h", normal_word);
}

std::vector<TitleFeature> title_features(const std::vector<TitleWord>& words) {
    std::vector<TitleFeature> out;
    std::vector<std::string_view> main;
    std::vector<std::string_view> work;  // "Driver II" still ends in the driver.
    for (const TitleWord& w : words) {
        if (w.part == TitlePart::noise || w.part == TitlePart::link) continue;
        const float value = w.part == TitlePart::tail ? tail_value : 1.0F;
        out.push_back({word_feature(w.text), value});
        if (w.part != TitlePart::tail) {
            main.push_back(w.text);
            if (w.part == TitlePart::work) work.push_back(w.text);
            add_pieces(w.text, value, out);
        }
    }
    if (!work.empty()) {
        out.push_back({last_word_feature(work.back()), 1});
        out.push_back({feature_id("f", work.front()), 1});
    }
    if (main.size() > most_paired) main.resize(most_paired);
    for (std::size_t i = 0; i < main.size(); ++i) {
        for (std::size_t k = i + 1; k < main.size(); ++k) {
            out.push_back({feature_id("p", std::min(main[i], main[k]), std::max(main[i], main[k])), 1});
        }
    }
    std::sort(out.begin(), out.end(), [](const TitleFeature& a, const TitleFeature& b) {
        return a.id != b.id ? a.id < b.id : a.value > b.value;
    });
    out.erase(std::unique(out.begin(), out.end(),
                          [](const TitleFeature& a, const TitleFeature& b) { return a.id == b.id; }),
              out.end());
    return out;
}

}  // namespace headway::ontology
