// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "career/asking.hpp"
#include "career/dates.hpp"
#include "career/evidence.hpp"
#include "career/mention.hpp"
#include "career/reading.hpp"
#include "career/types.hpp"

namespace headway::career {

/// A job ad as the engine has read it. Keeps a view of the text, which must outlive it.
struct Job {
    Reading reading;
    PageStarts pages;
    std::string title;  ///< First line of the ad, or what "Job title:" says; empty for an empty text.
    Found found;
    std::vector<StatedYears> years;
    std::vector<Asking> asking;             ///< one a sentence
    std::vector<Requirement> requirements;  ///< In order of place.
    bool cut_short = false;  ///< More requirements than are read (600, or 200 that name no skill).
    std::vector<UnclaimedSkill> unclaimed;  ///< Named but expressly not asked for.
};

/// Of a requirement of which only is said that it is asked for: a wide range around what ads usually mean.
[[nodiscard]] Level level_without_words(Need need, std::string because);

/// `aliases`: spellings that the person confirmed or rejected (career/corrections).
struct AliasCorrection;
[[nodiscard]] Job read_job(std::string_view text, PageStarts pages, const ontology::Catalog& catalog,
                           std::span<const AliasCorrection> aliases);

}  // namespace headway::career
