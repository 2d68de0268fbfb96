// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/reading.hpp"
#include "ontology/catalog.hpp"
#include "text/phrases.hpp"

namespace headway::career {

/// A token at which a phrase of a skill (a clear name, a context word) begins.
struct Place {
    ontology::SkillId skill = ontology::none;
    std::uint32_t token = 0;
};

/// Where a skill is named. Apart from Place, of which texts are full: those are counted faster when small.
struct NamedPlace : Place {
    std::uint32_t length = 1;  ///< tokens
};

/// What was seen in a text, each ordered by token.
struct Places {
    std::span<const NamedPlace> clear;   ///< names that mean one thing only
    std::span<const NamedPlace> likely;  ///< ambiguous names written with a capital
    std::span<const Place> contexts;
    std::span<const Place> avoids;
    std::span<const Place> plain;  ///< of the avoids the phrases of several words: "excel at"
};

/// Judges ambiguous names by what stands around them. Everything given must outlive it.
class Surroundings {
  public:
    Surroundings(const Reading& reading, const ontology::Catalog& catalog, const Places& places);

    /// 0–1: how sure it is that the words of `match` mean the skill of `entry`. 1 for clear names. For
    /// ambiguous ones: capital letters where the name has them, then its own context words within 40 tokens,
    /// or clear names of the same trade close by or of any product joined to it ("Excel, Sage and Word"), or
    /// a list of skills around it, or its name in full elsewhere; words that speak for the other meaning
    /// outweigh.
    [[nodiscard]] float confidence(const text::PhraseMatch& match, const ontology::PhraseEntry& entry) const;

    /// Whether the words stand where a name of that kind is expected: beside another product, in a list of
    /// skills, or after somebody who asks for it.
    [[nodiscard]] bool among_its_like(const text::PhraseMatch& match, ontology::SkillId skill) const {
        return trade_neighbours(skill, match) > 0 || in_list(match) || after_asking(match);
    }

  private:
    [[nodiscard]] bool capitals_fit(const text::PhraseMatch& match) const;
    [[nodiscard]] int count(std::span<const Place> places, ontology::SkillId skill, std::uint32_t token,
                            std::uint32_t reach) const;
    /// Context words of the skill within reach, the match itself left out.
    [[nodiscard]] int context_of(const text::PhraseMatch& match, ontology::SkillId skill) const;
    /// Products that vouch for the name: of its trade within a few words, or listed with it.
    [[nodiscard]] int trade_neighbours(ontology::SkillId skill, const text::PhraseMatch& match) const;
    /// Whether nothing but "," or "and" joins a place to the match, or both are items of one list.
    [[nodiscard]] bool joined(const NamedPlace& place, const text::PhraseMatch& match) const;
    /// Whether words stand alone between commas, brackets, "and" or the ends of their sentence.
    [[nodiscard]] bool item(std::uint32_t first, std::uint32_t length) const;
    /// "Planned production in SAP", "Built the shop using Magento": a name in the middle of a sentence behind
    /// what one works in or with.
    [[nodiscard]] bool worked_with(const text::PhraseMatch& match) const;
    [[nodiscard]] bool named_elsewhere(ontology::SkillId skill, std::uint32_t token) const;
    [[nodiscard]] bool stray_word(const text::PhraseMatch& match, ontology::SkillId skill) const;
    /// Directly after "experience with", "knowledge of", "advanced" and the like.
    [[nodiscard]] bool after_asking(const text::PhraseMatch& match) const;
    /// A line of a skills section that lists names with nothing but spaces between them.
    [[nodiscard]] bool in_tag_line(const text::PhraseMatch& match) const;
    [[nodiscard]] bool in_list(const text::PhraseMatch& match) const;

    const Reading& r_;
    const ontology::Catalog& catalog_;
    Places places_;
    std::vector<ontology::SkillId> avoided_;  ///< Skills that something in the text speaks against, in order.
};

}  // namespace headway::career
