// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::ontology {

/// What a word of a job title is there for.
enum class TitlePart : std::uint8_t {
    work,       ///< Says what the work is.
    seniority,  ///< senior, junior, II, entry level: kept, because O*NET has titles with them.
    tail,       ///< After a dash, a bar, "at" or in brackets: company, place, or a narrower field.
    noise,      ///< Gender tags, hours, shifts, remote, numbers.
    link,       ///< and, of, the
};

/// A word of a title: its normal form (text/tokens.hpp) with the usual abbreviations written out.
struct TitleWord {
    std::string text;
    TitlePart part = TitlePart::work;
    bool after_comma = false;
    bool reworded = false;  ///< Stands for others whose list leads astray: "Admin" is listed for databases.
};

/// Takes a title to pieces. Never fails; an empty title has no words. At most 32 words are kept.
[[nodiscard]] std::vector<TitleWord> read_title(std::string_view title);

/// The same title with the less telling words left out, as texts to look up, most faithful first, each once:
/// without noise; without the tail; the part after a comma put first; without seniority; the tail alone.
[[nodiscard]] std::vector<std::string> title_variants(const std::vector<TitleWord>& words);

/// The titles that one entry of a list stands for: "HS Math Teacher (High School Mathematics Teacher)" is
/// two, "CEO (Chief Executive Officer)" too; any other entry is itself.
[[nodiscard]] std::vector<std::string> title_spellings(std::string_view listed);

/// A piece of a title that can tell for or against an occupation; `id` is a stable hash.
struct TitleFeature {
    std::uint32_t id = 0;
    float value = 1;
};

/// Words, pairs of words in any order, the first and the last word, and four-letter pieces of words (so that
/// an unknown word counts by its stem). Each id once.
[[nodiscard]] std::vector<TitleFeature> title_features(const std::vector<TitleWord>& words);

/// The id of a single word's feature.
[[nodiscard]] std::uint32_t word_feature(std::string_view normal_word);

}  // namespace headway::ontology
