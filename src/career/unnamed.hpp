// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "career/job.hpp"
#include "career/types.hpp"

namespace headway::career {

/// A name that no framework knows and that may stand instead of a known one: "Salesforce or Zuora".
struct OtherName {
    std::uint32_t beside = 0;  ///< Byte at which the known name ends.
    std::string name;
};

struct Unnamed {
    std::vector<Requirement> requirements;
    std::vector<OtherName> others;
    bool cut_short = false;  ///< There are more.
};

/// Requirements that name no skill of any framework: an unknown product ("Zorbex Flow Studio"), or a whole
/// line of the requirements in which nothing was recognised. They stay in the report under the ad's own
/// words; two hundred at most.
[[nodiscard]] Unnamed find_unnamed(const Job& job, const ontology::Catalog& catalog);

}  // namespace headway::career
