// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "career/job.hpp"
#include "career/linker.hpp"
#include "career/resume.hpp"

namespace headway::career {

/// What a language model says that words of a text show. The words are at [begin, end) of that text.
struct ProposedSkill {
    SkillId skill = ontology::none;  ///< Canonical.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::optional<double> level;  ///< 0–7
    std::optional<Need> need;     ///< Of a requirement.
};

/// How sure a claim is that rests on a model alone: less than makes a requirement matched.
inline constexpr double proposed_certainty = 0.55;

/// Adds what the reading does not have. The rules stay the reading's: words that deny or only hope, or lie in
/// a part of an ad that asks for nothing, show nothing; what is named, denied or asked for already stays as
/// it was read, but that a requirement in the ad's own words gets its name; words that come not near
/// the skill in meaning (with a linker), or give a verdict on the person, are no evidence; a level counts
/// only within the range that the text itself allows. How many were added.
std::size_t add_proposed(Resume& resume, std::span<const ProposedSkill> proposed,
                         const ontology::Catalog& catalog, const Linker* linker);
std::size_t add_proposed(Job& job, std::span<const ProposedSkill> proposed, const ontology::Catalog& catalog,
                         const Linker* linker);

/// Whether the evidence is a model's.
[[nodiscard]] bool is_proposed(const Evidence& evidence);
/// Whether everything that shows the skill is.
[[nodiscard]] bool rests_on_model(const HeldSkill& held);

}  // namespace headway::career
