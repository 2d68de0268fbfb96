// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/name_match.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "text/fuzzy.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t most_words = 32;
constexpr std::size_t longest_spelling = 64;  ///< What text::EditDistance compares.
constexpr std::uint64_t digit_bits = std::uint64_t{0x3FF} << 26U;

// Scores; each step down stays above all that is possible below it.
constexpr double spacing_score = 0.93;
constexpr double begins_score = 0.90;
constexpr double inside_score = 0.86;
constexpr double unfinished = 0.08;  ///< Taken off when the last word is only begun.
constexpr double all_words_score = 0.69;
constexpr double misspelt_score = 0.58;
constexpr double misspelt_least = 0.385;
constexpr double some_words_score = 0.36;
constexpr double least_score = 0.06;

/// How many edits may lie between a word and what was meant: short words have too many neighbours.
std::uint32_t edits_allowed(std::size_t length) {
    if (length < 4) return 0;
    if (length < 8) return 1;
    return length < 13 ? 2 : 3;
}

std::string only_digits(std::string_view s) {
    std::string out;
    std::ranges::copy_if(s, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

bool same_but_for_spaces(std::string_view a, std::string_view b) {
    std::size_t j = 0;
    for (const char c : a) {
        if (c == ' ') continue;
        while (j < b.size() && b[j] == ' ') ++j;
        if (j == b.size() || b[j++] != c) return false;
    }
    return b.find_first_not_of(' ', j) == std::string_view::npos;
}

/// One pattern held against many texts with the cheap tests first.
class Spelling {
  public:
    explicit Spelling(std::string_view pattern)
        : pattern_(pattern),
          digits_(only_digits(pattern)),
          letters_(letters_of(pattern)),
          limit_(pattern.size() > longest_spelling ? 0 : edits_allowed(pattern.size())),
          distance_(pattern) {}

    [[nodiscard]] bool possible() const { return limit_ != 0; }

    /// Whether the distance can be within the limit at all.
    [[nodiscard]] bool near(std::uint64_t letters, std::size_t length) const {
        const std::size_t apart =
            length > pattern_.size() ? length - pattern_.size() : pattern_.size() - length;
        const std::uint64_t differ = letters ^ letters_;
        return apart <= limit_ && (differ & digit_bits) == 0 &&
               static_cast<std::uint32_t>(std::popcount(differ)) <= 2 * limit_;
    }
    /// The share of letters that agree, less for another first letter; 0 when the text is too far.
    [[nodiscard]] double grade(std::string_view text) const {
        const std::uint32_t d = distance_.to(text, limit_);
        if (d > limit_ || only_digits(text) != digits_) return 0;
        const double share = 1 - static_cast<double>(d) / static_cast<double>(pattern_.size());
        return text.front() == pattern_.front() ? share : share - 0.05;
    }

  private:
    std::string_view pattern_;
    std::string digits_;
    std::uint64_t letters_;
    std::uint32_t limit_;
    text::EditDistance distance_;
};

class Matcher {
  public:
    Matcher(const SearchTable& table, std::string_view query)
        : table_(table), query_(query), found_(table.names.size()) {
        for (std::size_t at = 0; at < query.size() && words_.size() < most_words;) {
            const std::size_t end = std::min(query.find(' ', at), query.size());
            if (end > at) words_.push_back(query.substr(at, end - at));
            at = end + 1;
        }
    }

    std::vector<NameMatch> run() {
        for (std::size_t i = 0; i < words_.size(); ++i) add_word(i);
        for (const std::uint32_t name : touched_) judge(name);
        add_spellings();
        return std::move(out_);
    }

  private:
    /// What a name has of the query's words, one bit a word.
    struct Found {
        std::uint32_t words = 0;
        std::uint32_t begun = 0;
        std::uint32_t misspelt = 0;
        float weight = 0;
    };

    void add_word(std::size_t i) {
        const std::string_view word = words_[i];
        const auto at = std::ranges::lower_bound(table_.words, word, {},
                                                 [&](const SearchWord& w) { return table_.of(w); });
        const bool known = at != table_.words.end() && table_.of(*at) == word;
        // A rare word says more (inverse document frequency).
        const double names = static_cast<double>(table_.names.size());
        const double holders = known ? static_cast<double>(at->names.end - at->names.begin) : 0;
        const double weight = std::log(1 + names / (1 + holders));
        total_ += weight;
        if (known) add(at->names, i, weight, nullptr);
        if (i + 1 == words_.size() && word.size() >= 2) {
            for (auto next = at + (known ? 1 : 0);
                 next != table_.words.end() && table_.of(*next).starts_with(word); ++next) {
                add(next->names, i, weight * 0.9, &Found::begun);
            }
        }
        if (!known) add_misspelt(i, weight);
    }

    void add_misspelt(std::size_t i, double weight) {
        const Spelling spelling(words_[i]);
        if (!spelling.possible()) return;
        std::vector<std::pair<double, const SearchWord*>> close;
        for (const SearchWord& w : table_.words) {
            if (!spelling.near(w.letters, w.length)) continue;
            if (const double grade = spelling.grade(table_.of(w)); grade > 0) close.emplace_back(grade, &w);
        }
        std::ranges::stable_sort(close, std::ranges::greater(), [](const auto& c) { return c.first; });
        for (const auto& [grade, w] : close) add(w->names, i, weight * grade, &Found::misspelt);
    }

    /// Gives word `i` to names that do not have it yet: callers come with better agreements first.
    void add(Range names, std::size_t i, double weight, std::uint32_t Found::* how) {
        const std::uint32_t bit = 1U << i;
        for (const std::uint32_t name :
             table_.names_with_word.subspan(names.begin, names.end - names.begin)) {
            Found& f = found_[name];
            if ((f.words & bit) != 0) continue;
            if (f.words == 0) touched_.push_back(name);
            f.words |= bit;
            if (how != nullptr) f.*how |= bit;
            f.weight += static_cast<float>(weight);
        }
    }

    void judge(std::uint32_t number) {
        const Found& f = found_[number];
        const SearchName& name = table_.names[number];
        const double share = f.weight / total_;
        const auto had = static_cast<std::size_t>(std::popcount(f.words));
        if (had < words_.size()) {
            const double cover = std::min(1.0, static_cast<double>(had) / name.words);
            const double score = some_words_score * share * (0.4 + 0.6 * cover);
            if (score >= least_score) out_.push_back({number, Agreement::some_words, score});
            return;
        }
        const std::size_t more =
            std::min<std::size_t>(name.words - std::min<std::size_t>(name.words, had), 6);
        const auto extra = static_cast<double>(more);
        if (f.misspelt != 0) {
            const double score = std::max(misspelt_least, (misspelt_score - 0.04) * share - 0.02 * extra);
            out_.push_back({number, Agreement::misspelt, score});
            return;
        }
        const std::string_view text = table_.of(name);
        if (text == query_) {
            out_.push_back({number, Agreement::name, 1});
            return;
        }
        const std::size_t at = place(text, f.begun != 0);
        if (at != std::string_view::npos) {
            const double base = (at == 0 ? begins_score : inside_score) - (f.begun != 0 ? unfinished : 0);
            out_.push_back({number, Agreement::contained, base - 0.015 * extra});
        } else {
            const double base = all_words_score - (f.begun != 0 ? 0.02 : 0);
            out_.push_back({number, Agreement::all_words, base - 0.01 * extra});
        }
    }

    /// Where the whole query stands in the name, between word boundaries.
    [[nodiscard]] std::size_t place(std::string_view text, bool open_end) const {
        for (std::size_t at = text.find(query_); at != std::string_view::npos;
             at = text.find(query_, at + 1)) {
            const std::size_t end = at + query_.size();
            const bool begins = at == 0 || text[at - 1] == ' ';
            if (begins && (open_end || end == text.size() || text[end] == ' ')) return at;
        }
        return std::string_view::npos;
    }

    /// Names whose whole spelling is close, which also finds words run together or apart.
    void add_spellings() {
        const Spelling spelling(query_);
        if (!spelling.possible()) return;
        for (std::uint32_t i = 0; i < table_.names.size(); ++i) {
            const SearchName& name = table_.names[i];
            if (!spelling.near(name.letters, name.length)) continue;
            const std::string_view text = table_.of(name);
            if (text == query_) continue;
            if (same_but_for_spaces(text, query_)) {
                out_.push_back({i, Agreement::spacing, spacing_score});
            } else if (const double grade = spelling.grade(text); grade > 0) {
                out_.push_back(
                    {i, Agreement::misspelt, std::max(misspelt_least, misspelt_score - 0.6 * (1 - grade))});
            }
        }
    }

    const SearchTable& table_;
    std::string_view query_;
    std::vector<std::string_view> words_;
    double total_ = 0;
    std::vector<Found> found_;
    std::vector<std::uint32_t> touched_;
    std::vector<NameMatch> out_;
};

}  // namespace

std::string_view to_string(Agreement agreement) {
    constexpr std::array<std::string_view, 7> names = {"name",      "alias",    "spacing",   "contained",
                                                       "all_words", "misspelt", "some_words"};
    return names[static_cast<std::size_t>(agreement)];
}

std::vector<NameMatch> match_names(const SearchTable& table, std::string_view query) {
    return Matcher(table, query).run();
}

}  // namespace headway::ontology
