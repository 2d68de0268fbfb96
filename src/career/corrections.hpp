// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "career/job.hpp"
#include "career/resume.hpp"

namespace headway::career {

/// What a person says of a spelling: "k8s" is Kubernetes, or "Spring" is not the framework.
struct AliasCorrection {
    std::string alias;  ///< Any spelling; compared by normal form.
    SkillId skill = ontology::none;
    bool confirmed = true;
};

/// What a person says of a skill that they hold or that a job asks for. A person is believed over every
/// reading.
struct SkillCorrection {
    enum class Action : std::uint8_t {
        add,  ///< They have it: without a level, at the one that was read, else at an unknown one.
        remove,
        level,
        reach,  ///< They have at least that level: what they learned lowers nothing.
    };
    Action action = Action::add;
    SkillId skill = ontology::none;  ///< Canonical; none: a requirement in its own words, by name.
    std::string name;                ///< Shown; finds a requirement that has no skill.
    std::optional<double> level;     ///< 0–7
    std::optional<Need> need;        ///< Of a requirement.
    std::string because;             ///< A sentence for the reader: "You set this on 3 May 2026."
};

/// Adds mentions of confirmed spellings and takes away those of rejected ones. Mentions stay in order and do
/// not overlap; a confirmed spelling wins over what stood there.
void apply_aliases(Found& found, const Reading& reading, std::span<const AliasCorrection> aliases);

/// Applied in order, the later over the earlier. A removed skill counts as denied: nothing implies it any
/// more.
void correct(Resume& resume, std::span<const SkillCorrection> corrections, const ontology::Catalog& catalog);
void correct(Job& job, std::span<const SkillCorrection> corrections, const ontology::Catalog& catalog);

}  // namespace headway::career
