// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "career/mention.hpp"
#include "career/reading.hpp"
#include "career/types.hpp"

namespace headway::career {

/// What part a sentence of a job ad plays.
struct Asking {
    bool asks = false;
    Need need = Need::must;  ///< of the section; cues of a clause may change it
    double place = 1;        ///< 1 for requirements and the title, less elsewhere
};

/// One entry a sentence. Sentences about the employer, benefits, equal opportunity or applying ask for
/// nothing. `products` has one entry a sentence: how many different products and programming languages it
/// names; outside any section two of them make a sentence that asks.
[[nodiscard]] std::vector<Asking> find_asking(const Reading& reading,
                                              std::span<const std::uint32_t> products);

/// Whether a token stands in round brackets within its sentence.
[[nodiscard]] bool in_brackets(const Reading& reading, std::uint32_t token);

/// The need of one mention: the section's, changed by "a plus", "ideally", "required" where they reach it.
[[nodiscard]] Need need_of(const Reading& reading, const Mention& mention, Need section_need);

}  // namespace headway::career
