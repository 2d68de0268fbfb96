// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "ontology/pack.hpp"

namespace headway::ontology {

/// A different name of the normal form (text/tokens.hpp) that skills or occupations have.
struct SearchName {
    std::uint64_t letters = 0;  ///< letters_of() its text.
    std::uint32_t text = 0;     ///< Where it begins in SearchTable::text.
    std::uint16_t length = 0;   ///< Bytes.
    std::uint16_t words = 0;
    Range targets;  ///< Who has the name.
};

/// Who has a name.
struct SearchTarget {
    std::uint32_t item = 0;       ///< SkillId of the very row (not the canonical one), or OccupationId.
    std::uint16_t name = 0;       ///< 0: its own name; 1 + i: its alias i; for an occupation its
                                  ///< title i / 2, the short form of it where i is odd.
    std::uint8_t role = 0;        ///< SearchRole
    std::uint8_t occupation = 0;  ///< 1: item is an OccupationId.
};
enum class SearchRole : std::uint8_t { name, alternative, derived };

/// A word of the names.
struct SearchWord {
    std::uint64_t letters = 0;
    std::uint32_t text = 0;
    std::uint32_t length = 0;
    Range names;  ///< Into SearchTable::names_with_word: the names that contain it.
};

/// Which letters and digits a text holds, and which of the commonest letters twice: a cheap lower bound of
/// the edit distance, for one edit changes at most two of the bits and a swap none.
[[nodiscard]] std::uint64_t letters_of(std::string_view normal);

/// The names of everything, made to be searched without being read first. Names and words are sorted by
/// their bytes, each once. Views into the mapped lexicon.
struct SearchTable {
    std::span<const char> text;
    std::span<const SearchName> names;
    std::span<const SearchTarget> targets;
    std::span<const SearchWord> words;
    std::span<const std::uint32_t> names_with_word;

    [[nodiscard]] std::string_view of(const SearchName& n) const { return {text.data() + n.text, n.length}; }
    [[nodiscard]] std::string_view of(const SearchWord& w) const { return {text.data() + w.text, w.length}; }

    /// Takes the tables from the lexicon's file; invalid when one is missing or does not fit the packs.
    [[nodiscard]] static Result<SearchTable> load(const TableFile& file, std::span<const Pack> packs);
};

/// Adds the tables to a lexicon that is being made.
void add_search_tables(TableFileWriter& file, std::span<const Pack> packs);

/// The name that a target stands for, as its pack writes it; `row` is its item's.
[[nodiscard]] std::string_view search_name_text(const Pack& pack, const SkillRow& row, std::uint16_t name);
[[nodiscard]] std::string_view search_name_text(const Pack& pack, const OccupationRow& row,
                                                std::uint16_t name);

}  // namespace headway::ontology
