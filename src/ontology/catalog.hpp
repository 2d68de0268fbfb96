// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ontology/lexicon.hpp"
#include "ontology/pack.hpp"
#include "ontology/title_model.hpp"

namespace headway::ontology {

/// Where the files of the ontology lie.
struct CatalogPaths {
    std::vector<std::string> packs;  ///< In the order of trust: curated, O*NET, ESCO.
    std::string lexicon;
    std::string title_model;  ///< Empty: occupations are found by listed titles alone.
};

/// What an occupation says of one of O*NET's rated elements. Absent figures are absent, never 0.
struct ElementRating {
    SkillId skill = none;
    std::optional<double> importance;      ///< IM, 1–5
    std::optional<double> level;           ///< LV, 0–7
    std::optional<double> standard_error;  ///< of the level
    std::string_view release;
};

/// The packs and their lexicon together: everything the engine knows about skills and occupations. Immutable
/// and safe to share between threads; views returned live as long as the catalog.
class Catalog {
  public:
    [[nodiscard]] static Result<Catalog> open(const CatalogPaths& paths);

    [[nodiscard]] std::span<const Pack> packs() const { return packs_; }
    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

    [[nodiscard]] std::size_t skill_count() const { return skill_base_.back(); }
    [[nodiscard]] const Pack& pack_of(SkillId s) const { return packs_[pack_index(skill_base_, s)]; }
    [[nodiscard]] const SkillRow& row(SkillId s) const;
    [[nodiscard]] std::string_view name(SkillId s) const { return pack_of(s).text(row(s).name); }
    [[nodiscard]] std::string_view id(SkillId s) const { return pack_of(s).text(row(s).id); }
    [[nodiscard]] std::string_view external_id(SkillId s) const {
        return pack_of(s).text(row(s).external_id);
    }
    /// "onet", "esco" or "headway".
    [[nodiscard]] std::string_view framework(SkillId s) const { return pack_of(s).name(); }
    /// The kind of the whole group: a programming language stays one although ESCO calls it knowledge.
    [[nodiscard]] Kind kind(SkillId canonical) const { return lexicon_.kind(canonical); }
    /// UNSPSC commodity code of the group, 0 when none has one.
    [[nodiscard]] std::uint32_t commodity(SkillId canonical) const;
    [[nodiscard]] std::optional<SkillId> find_skill(std::string_view id) const;

    [[nodiscard]] std::size_t occupation_count() const { return occupation_base_.back(); }
    [[nodiscard]] const Pack& pack_of_occupation(OccupationId o) const;
    [[nodiscard]] const OccupationRow& occupation(OccupationId o) const;
    [[nodiscard]] std::string_view occupation_name(OccupationId o) const;
    /// "15-1252.00" or "esco:…".
    [[nodiscard]] std::string_view occupation_code(OccupationId o) const;
    [[nodiscard]] std::optional<OccupationId> find_occupation(std::string_view code) const;

    /// Finds occupations by their titles; null when none was opened.
    [[nodiscard]] const TitleModel* title_model() const { return title_model_ ? &*title_model_ : nullptr; }
    /// The occupation that a row of the title model stands for; `none` when the packs lack it.
    [[nodiscard]] std::span<const OccupationId> title_model_occupations() const { return title_rows_; }

    /// Skills tied to an occupation, with canonical numbers looked up by canonical_of().
    [[nodiscard]] std::span<const OccupationSkillRow> occupation_skills(OccupationId o) const;
    [[nodiscard]] SkillId canonical_of(OccupationId o, const OccupationSkillRow& row) const;

    /// Rated elements of an O*NET occupation; suppressed and not-relevant levels come back without a level.
    [[nodiscard]] std::vector<ElementRating> ratings(OccupationId o) const;

  private:
    Catalog(std::vector<Pack> packs, Lexicon lexicon, std::optional<TitleModel> title_model);
    void bind_title_model();
    [[nodiscard]] static std::size_t pack_index(const std::vector<std::uint32_t>& bases,
                                                std::uint32_t number);

    std::vector<Pack> packs_;
    std::vector<std::uint32_t> skill_base_;       ///< One more than packs: the last is the total.
    std::vector<std::uint32_t> occupation_base_;  ///< Likewise.
    Lexicon lexicon_;
    std::optional<TitleModel> title_model_;
    std::vector<OccupationId> title_rows_;
};

}  // namespace headway::ontology
