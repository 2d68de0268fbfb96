// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "flows/advice_answer.hpp"
#include "flows/advise_learning.hpp"

namespace headway::flows {

/// Where proposed items come from and go to.
struct ProposalOrigin {
    std::string gap_report_id;
    std::string model;
    Timestamp now;
};

/// Proposals as learning items whose addresses are unchecked. From the level held, its hours lead to one that
/// is usual for the skill, at most to the one needed; the gain is what the engine's own arithmetic gives for
/// that. Those that would gain nothing are left out.
[[nodiscard]] std::vector<store::LearningItem> items_of(const AdviceSource& source, const Advice& advice,
                                                        const Knowledge& knowledge,
                                                        const ProposalOrigin& origin);

}  // namespace headway::flows
