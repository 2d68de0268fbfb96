// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "ontology/pack.hpp"
#include "ontology/search_table.hpp"
#include "ontology/typo_table.hpp"
#include "text/phrases.hpp"

namespace headway::ontology {

/// A skill of any pack: the number of its row counted over all packs in their order. Canonical numbers stand
/// for the whole group of rows that are one and the same skill in several frameworks.
using SkillId = std::uint32_t;
/// An occupation of any pack, numbered alike.
using OccupationId = std::uint32_t;
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

/// What finding a phrase in a text means.
enum class PhraseRole : std::uint8_t {
    name,         ///< the skill's own name
    alternative,  ///< another name of it
    derived,      ///< a short form made from a long product name
    signal,       ///< implies the skill without naming it
    context,      ///< supports an ambiguous name of the skill nearby
    avoid,        ///< speaks against it
};

/// One meaning of a phrase.
struct PhraseEntry {
    std::uint64_t exact = 0;  ///< Hash over the exact words; compared when `strict`.
    SkillId skill = none;     ///< canonical
    PhraseRole role = PhraseRole::name;
    std::uint8_t strict = 0;  ///< A proper name: its plural is not it.
    std::uint8_t ambiguous =
        0;  ///< Has another everyday or trade meaning: capital letters and context are needed.
    std::uint8_t capital =
        0;  ///< Every word must be written as in the name: upper-case where it is upper-case.
};

enum class Relation : std::uint8_t { broader, narrower, near };
struct Neighbour {
    SkillId skill = none;
    Relation relation = Relation::broader;
    std::uint8_t curated =
        0;  ///< From the curated list (stronger) and not only from a framework's hierarchy.
    std::uint8_t reserved[2] = {};
};

/// Everything that is computed once from the packs: merged skills, the phrase automaton, the graph. Lies in
/// one mapped file that is made at build time and made again when a pack changes. Immutable, safe to share
/// between threads.
class Lexicon {
  public:
    /// Fails with invalid when the file was made from other packs than these.
    [[nodiscard]] static Result<Lexicon> open(const std::string& path, std::span<const Pack> packs);

    [[nodiscard]] SkillId canonical(SkillId any) const { return canonical_[any]; }
    [[nodiscard]] std::span<const SkillId> members(SkillId canonical) const;  ///< Itself first.
    /// The kind of the whole group: a programming language stays one although ESCO calls it knowledge.
    [[nodiscard]] Kind kind(SkillId canonical) const { return kinds_[canonical]; }
    [[nodiscard]] std::span<const Neighbour> neighbours(SkillId canonical) const;

    [[nodiscard]] const text::PhraseIndex& phrases() const { return phrases_; }
    [[nodiscard]] std::span<const PhraseEntry> entries(std::uint32_t phrase) const;  ///< Best first.

    [[nodiscard]] const TypoTable& typos() const { return typos_; }

    [[nodiscard]] const text::PhraseIndex& titles() const { return titles_; }
    [[nodiscard]] std::span<const OccupationId> title_occupations(std::uint32_t phrase) const;

    /// The names for searching; checked at every call, so take it once.
    [[nodiscard]] Result<SearchTable> search_table(std::span<const Pack> packs) const {
        return SearchTable::load(file_, packs);
    }

  private:
    explicit Lexicon(TableFile file) : file_(std::move(file)) {}
    [[nodiscard]] Result<void> load(std::span<const Pack> packs);
    [[nodiscard]] Result<text::PhraseIndex> load_index(const std::string& prefix, std::size_t phrases);
    [[nodiscard]] bool consistent(std::size_t skills, std::size_t occupations) const;

    TableFile file_;
    text::PhraseIndex phrases_, titles_;
    TypoTable typos_;
    std::span<const SkillId> canonical_, members_;
    std::span<const Range> member_ranges_, neighbour_ranges_, entry_ranges_, title_ranges_;
    std::span<const Kind> kinds_;
    std::span<const Neighbour> neighbours_;
    std::span<const PhraseEntry> entries_;
    std::span<const OccupationId> title_occupations_;
};

/// Makes the file that Lexicon::open reads. `everyday_words` holds one lower-case word a line, '#' begins a
/// comment.
[[nodiscard]] Result<void> compile_lexicon(std::span<const Pack> packs, std::string_view everyday_words,
                                           const std::string& path);

}  // namespace headway::ontology
