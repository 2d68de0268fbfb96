// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::ontology {

/// What a skill is. The spelling in files and JSON is the enumerator's name.
enum class Kind : std::uint8_t {
    tool,
    programming_language,
    knowledge,
    skill,
    soft,
    certificate,
    degree,
    human_language,
    group,  ///< A heading of a hierarchy (ESCO skill group, O*NET content-model node): never a mention.
};

[[nodiscard]] std::string_view to_string(Kind kind);
[[nodiscard]] std::optional<Kind> kind_from(std::string_view name);

enum class AliasKind : std::uint8_t { alternative, hidden, derived };

/// How far a skill reaches, ESCO's "reuse level"; unknown for other frameworks.
enum class Reuse : std::uint8_t { unknown, transversal, cross_sector, sector_specific, occupation_specific };

/// A name of a skill beside its own.
struct Alias {
    std::string text;
    AliasKind kind = AliasKind::alternative;
};

/// A node of a framework. `id` is "onet:2.A.1.a", "onet:tech/c%2B%2B", "onet:tool/…", "esco:<uuid>" or
/// "hw:<id>".
struct Skill {
    std::string id;
    std::string name;
    std::string
        external_id;  ///< The framework's own identifier (element id, "43232408:React", URI); may be empty.
    Kind kind = Kind::skill;
    Reuse reuse = Reuse::unknown;
    bool hot = false;        ///< O*NET hot technology (anywhere).
    bool ambiguous = false;  ///< The name or an alias has another everyday or trade meaning: needs context.
    std::uint32_t commodity =
        0;  ///< UNSPSC commodity code of a technology or tool; 0 when none. The first listed.
    std::vector<Alias> aliases;
    std::vector<std::string> context;  ///< Words that make an ambiguous name clear.
    std::vector<std::string> avoid;    ///< Words that show the other meaning.
    std::vector<std::string> signals;  ///< Phrases that imply the skill without naming it.
    std::vector<std::string>
        same_as;  ///< Ids or exact names in other frameworks: "onet=<name>", "esco=<label>".
};

/// One directed link between skills of the same framework, by index.
enum class LinkKind : std::uint8_t {
    broader,    ///< from is narrower, to is broader
    near,       ///< close substitutes, symmetric
    essential,  ///< ESCO skill–skill relation
    optional,
};
struct SkillLink {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    LinkKind kind = LinkKind::broader;
};

struct Title {
    std::uint32_t occupation = 0;
    std::string text;
    std::string short_text;  ///< May be empty ("n/a" in the source).
    std::string
        sources;  ///< O*NET source codes, comma separated; empty for ESCO; "reported" for sampled titles.
};

struct Occupation {
    std::string id;  ///< "15-1252.00" for O*NET-SOC, "esco:<uuid>" for ESCO.
    std::string name;
    std::string code;           ///< SOC code, or the ISCO group of an ESCO occupation.
    std::uint8_t job_zone = 0;  ///< 1–5; 0 unknown.
};

/// Which way an occupation and a skill belong together.
enum class Use : std::uint8_t { technology, tool, essential, optional };

struct OccupationSkill {
    std::uint32_t occupation = 0;
    std::uint32_t skill = 0;
    Use use = Use::technology;
    bool hot = false;
    bool in_demand = false;  ///< For this occupation: the flag belongs to the pair.
    std::uint32_t commodity = 0;
};

enum class Scale : std::uint8_t { importance, level };

/// One published rating. Absent figures ("n/a") stay absent: NaN in the float fields.
struct Rating {
    std::uint32_t occupation = 0;
    std::uint32_t skill = 0;
    Scale scale = Scale::importance;
    bool suppress = false;      ///< O*NET "Recommend Suppress" is Y: do not use as a figure.
    bool not_relevant = false;  ///< O*NET "Not Relevant" is Y: the level is not meaningful, and it is not 0.
    float value = 0;            ///< IM 1–5, LV 0–7.
    float n = 0;                ///< Sample size.
    float standard_error = 0;
    float low = 0;
    float high = 0;
    std::uint32_t date = 0;  ///< yyyymm.
    std::string source;      ///< "Analyst", "Incumbent", …
    std::string release;     ///< The release whose files carried this row, e.g. "29.3".
};

struct RelatedOccupation {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::string tier;  ///< "Primary-Short", "Primary-Long", "Supplemental", or "broader" for ESCO.
    std::uint8_t index = 0;
};

struct Commodity {
    std::uint32_t code = 0;
    std::string title;
    std::string class_title;
    std::string family_title;
};

/// What a source file held, for the quality report.
struct SourceFile {
    std::string name;
    std::string release;
    std::uint64_t rows = 0;  ///< Data rows, without the heading.
};

/// One framework in memory: what an importer makes and what a pack file stores. Indices are positions in
/// these vectors. Names and figures only; descriptive sentences of the source are not kept.
struct Framework {
    std::string name;     ///< "onet", "esco", "headway".
    std::string release;  ///< "30.1", "1.1.1".
    std::string licence;  ///< Attribution line.
    std::vector<SourceFile> files;
    std::vector<Skill> skills;
    std::vector<SkillLink> links;
    std::vector<Occupation> occupations;
    std::vector<Title> titles;
    std::vector<OccupationSkill> occupation_skills;
    std::vector<Rating> ratings;
    std::vector<RelatedOccupation> related;
    std::vector<Commodity> commodities;
};

}  // namespace headway::ontology
