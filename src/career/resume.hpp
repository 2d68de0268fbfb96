// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "career/dates.hpp"
#include "career/evidence.hpp"
#include "career/mention.hpp"
#include "career/reading.hpp"
#include "career/roles.hpp"
#include "career/types.hpp"

namespace headway::career {

/// A résumé as the engine has read it. Keeps a view of the text, which must outlive it.
struct Resume {
    Reading reading;
    PageStarts pages;
    Month today = 0;
    Found found;
    std::vector<StatedYears> years;
    std::vector<Role> roles;
    std::vector<HeldSkill> skills;          ///< By SkillId.
    std::vector<UnclaimedSkill> unclaimed;  ///< In order of place.
};

/// `aliases`: spellings that the person confirmed or rejected (career/corrections).
struct AliasCorrection;
[[nodiscard]] Resume read_resume(std::string_view text, PageStarts pages, Month today,
                                 const ontology::Catalog& catalog, std::span<const AliasCorrection> aliases);

/// The held skill with this number, nullptr when there is none.
[[nodiscard]] const HeldSkill* find_held(const Resume& resume, SkillId skill);

}  // namespace headway::career
