// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ontology/pack.hpp"

namespace headway::ontology {

/// The tables of a pack as they lie in memory, before anything in them is trusted.
struct PackTables {
    std::string_view strings;
    std::array<Text, 3> headings;  ///< Name, release, licence.
    std::span<const SkillRow> skills;
    std::span<const AliasRow> aliases;
    std::span<const Text> words;
    std::span<const LinkRow> links;
    std::span<const OccupationRow> occupations;
    std::span<const TitleRow> titles;
    std::span<const OccupationSkillRow> occupation_skills;
    std::span<const OriginRow> origins;
    std::span<const RatingRow> ratings;
    std::span<const RelatedRow> related;
    std::span<const CommodityRow> commodities;
    std::span<const FileRow> files;
};

/// Refuses unless every text, range, index, enumerator and figure is within bounds and every promised order
/// holds: the ranges of neighbouring rows follow on one another and cover their table, and rows of an
/// occupation say so.
[[nodiscard]] Result<void> check_tables(const PackTables& tables, const std::string& where);

}  // namespace headway::ontology
