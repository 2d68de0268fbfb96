// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "career/level.hpp"
#include "career/mention.hpp"
#include "ontology/catalog.hpp"

namespace headway::career {

using ontology::OccupationId;

/// A piece of a text that proves a claim: `text` is exactly bytes [begin, end) of it.
struct Evidence {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t page = 1;
    std::uint32_t sentence_begin = 0;  ///< The sentence around it, for showing.
    std::uint32_t sentence_end = 0;
    Shows shows = Shows::named;
    double certainty = 1;  ///< 0–1
    std::string because;   ///< For implied evidence: why it counts. A full sentence, else empty.
};

/// A skill that a résumé shows.
struct HeldSkill {
    SkillId skill = ontology::none;
    Level level;
    double confidence = 1;
    std::vector<Evidence> evidence;
    bool level_known =
        true;  ///< False: the person has it and said no level; what implies it tells the level.
};

/// A skill that a résumé names without claiming it.
struct UnclaimedSkill {
    SkillId skill = ontology::none;
    Stance stance = Stance::negated;
    Evidence evidence;
};

enum class Need : std::uint8_t { must, nice };
[[nodiscard]] std::string_view to_string(Need need);

/// A skill that a job asks for. Several skills mean that one of them is enough.
struct Requirement {
    std::vector<SkillId> any_of;  ///< Canonical; empty when no framework knows it.
    std::string name;  ///< As shown: the skill's name, the alternatives joined by "or", or the ad's words.
    Need need = Need::must;
    bool open = false;     ///< "or similar": close substitutes count nearly in full.
    bool partial = false;  ///< The ad's phrase says more than the skill it names: "low-power design".
    Level needed;
    double certainty = 1;  ///< 0–1: that the ad asks for this
    double place = 1;      ///< Weight of where it stands: 1 requirements and title, less for duties.
    std::vector<Evidence> evidence;
};

/// An occupation that a title fits.
struct OccupationMatch {
    OccupationId occupation = ontology::none;
    double confidence = 0;  ///< 0–1
};

enum class Status : std::uint8_t { matched, weak, missing };
[[nodiscard]] std::string_view to_string(Status status);

/// How a requirement is met.
enum class Support : std::uint8_t { none, named, implied, transfer };
[[nodiscard]] std::string_view to_string(Support support);

/// One term of the score.
struct RequirementResult {
    Requirement requirement;
    Status status = Status::missing;
    Support support = Support::none;
    std::optional<Level> held;            ///< Absent when nothing of it was found.
    SkillId held_skill = ontology::none;  ///< The skill that meets it, or that transfers to it.
    double certainty = 0;                 ///< 0–1: of the support
    std::optional<double> importance;     ///< O*NET IM 1–5 of the skill in this occupation
    bool hot = false;
    bool in_demand = false;  ///< in this occupation
    double weight = 0;
    double coverage = 0;             ///< 0–1
    double points = 0;               ///< of the score: 100 · weight · coverage / Σ weight
    double gain = 0;                 ///< points that closing this alone would add
    bool within_noise = false;       ///< Held and needed level differ by less than half a level.
    std::vector<Evidence> evidence;  ///< in the résumé
};

struct GapReport {
    double score = 0;  ///< 0–100
    double low = 0;    ///< 80 % interval from the uncertainty of levels and readings
    double high = 0;
    double weight_sum = 0;
    std::optional<OccupationMatch> occupation;
    bool occupation_given = false;  ///< Named by whoever asked, not read from the job's title.
    std::vector<OccupationMatch> other_occupations;
    std::vector<RequirementResult> requirements;  ///< By gain, largest first; then by points.
    std::vector<HeldSkill> beyond;                ///< Held, not asked for.
    std::vector<UnclaimedSkill> unclaimed;        ///< Named in the résumé but not counted, and why.
    std::vector<std::string> warnings;
};

}  // namespace headway::career
