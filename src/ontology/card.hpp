// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/catalog.hpp"

/// Everything that the catalog knows of one skill or occupation, in the order in which to show it. Views live
/// as long as the catalog.
namespace headway::ontology {

/// One row of the group of rows that are the same skill.
struct CardRow {
    std::string_view id, name, framework, release, external_id, kind;
    std::optional<std::string> link;  ///< Its page at O*NET OnLine or in ESCO.
};
struct CardAlias {
    std::string_view text, kind, framework;  ///< kind: alternative, hidden, derived
};
struct CardCommodity {
    std::uint32_t code = 0;  ///< UNSPSC
    std::string_view title, class_title, family_title;
};
struct CardSkillLink {
    /// broader, narrower, near, essential, optional; essential_for and optional_for the other way round.
    std::string_view relation;
    std::string_view id, name, framework;  ///< framework: whose link it is
    bool heading = false;                  ///< A heading of a hierarchy, not a skill.
};

/// A published rating; absent figures are absent.
struct CardRating {
    double value = 0;
    std::optional<double> standard_error, low, high;
    std::optional<std::uint32_t> sample_size;
    std::string date;  ///< "2023-08"
    std::string_view source, release;
    bool suppress = false;  ///< The publisher advises not to use the figure.
    bool not_relevant = false;
};

struct CardUser {
    std::string_view code, name;
    std::string_view use;  ///< technology, tool, essential, optional, or rated
    bool hot = false, in_demand = false;
    std::optional<CardRating> importance, level;
};

struct SkillCard {
    std::string_view id, name, kind, framework;
    bool hot = false, ambiguous = false;
    std::vector<CardRow> rows;  ///< The canonical one first.
    std::vector<CardAlias> aliases;
    std::optional<CardCommodity> commodity;
    std::vector<CardSkillLink> links;
    std::vector<std::string_view> signals;  ///< Phrases that imply it.
    std::vector<std::string_view> words;    ///< What those write who tell of it; several together imply it.
    std::vector<std::string_view> context, avoid;
    std::vector<CardUser> occupations;  ///< In demand there, then important there, then hot, then by name.
};

struct CardTitle {
    std::string_view text, short_text, sources;
};
struct CardElement {
    std::string_view id, name, kind;
    std::optional<CardRating> importance, level;
};
struct CardNeed {
    std::string_view id, name, kind, use;
    bool hot = false, in_demand = false;
    std::string_view commodity;
};
struct CardRelated {
    std::string_view code, name, tier;
    std::uint32_t index = 0;
};

struct OccupationCard {
    std::string_view id, name, code, framework, release;
    std::string link;
    std::optional<std::uint32_t> job_zone;
    std::vector<CardTitle> titles;
    std::vector<CardElement> elements;  ///< The most important first.
    std::vector<CardNeed> skills;       ///< In demand here, then hot, then by name.
    std::vector<CardRelated> related;
};

[[nodiscard]] SkillCard skill_card(const Catalog& catalog, SkillId skill);
[[nodiscard]] OccupationCard occupation_card(const Catalog& catalog, OccupationId occupation);

/// The ratings of an occupation by element, as published: nothing is left out or changed.
struct RatedElement {
    SkillId skill = none;  ///< of the very row
    std::optional<CardRating> importance, level;
};
[[nodiscard]] std::vector<RatedElement> rated_elements(const Catalog& catalog, OccupationId occupation);

}  // namespace headway::ontology
