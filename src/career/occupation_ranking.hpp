// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "career/duties.hpp"
#include "ontology/title_model.hpp"

namespace headway::career {

/// A title that is listed word for word, and under which occupation.
struct KnownTitle {
    std::uint32_t occupation = 0;  ///< Its row in the title model.
    bool name = false;             ///< The occupation's own name.
    bool reported = false;         ///< Given as a title by people who do the work.
    bool bridged = false;          ///< Listed by another framework whose occupation was matched to this one.
    float likeness = 0;            ///< name_likeness() of the title's words and the occupation's name
};

/// The words of a title that tell what is done: no noise, no seniority, no trade that hundreds share.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view title);

/// The share of a title's telling words that stand in an occupation's name, 0–1. Tells the Software
/// Developers from the Photographic Process Workers, who both list "Developer".
[[nodiscard]] float name_likeness(const std::vector<std::string>& words, std::string_view name);

/// Everything listed under a text whose normal name is this one; empty when nothing is.
using TitleLookup = std::function<std::vector<KnownTitle>(std::string_view text)>;

struct RankedOccupation {
    std::uint32_t occupation = 0;
    double confidence = 0;  ///< 0–1: how often an answer like this is right
    double share = 0;       ///< 0–1: of the softmax, before calibration
    bool listed = false;    ///< The title, or what is left of it without noise, is listed somewhere.
};

/// The occupations that a title fits, best first, at most `top`. Listed titles come first (an occupation's
/// own name before anything else); between several occupations, and for titles that nobody lists, the model
/// decides. `duties` may be empty; it moves only what the title leaves open, and all where there is no title.
[[nodiscard]] std::vector<RankedOccupation> rank_occupations(std::string_view title, const Duties& duties,
                                                             std::size_t top,
                                                             const ontology::TitleModelView& model,
                                                             const TitleLookup& lookup);

}  // namespace headway::career
