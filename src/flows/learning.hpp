// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "flows/gap_report.hpp"
#include "store/learning_items.hpp"

namespace headway::flows {

/// The stored input of the run that proposes learning items for a report.
struct LearningInput {
    std::string gap_report_id;
    std::int64_t limit = 10;
};
BOOST_DESCRIBE_STRUCT(LearningInput, (), (gap_report_id, limit))

struct LearningOutcome {
    std::vector<std::string> item_ids;
    Provenance provenance;
};
/// Proposes items for a report from the corpus and stores them, best gain per hour first; a report that has
/// items keeps them. conflict when the résumé of the report is gone.
[[nodiscard]] Result<LearningOutcome> generate_learning(sql::Database& database, const Knowledge& knowledge,
                                                        const Clock& clock, const std::string& owner,
                                                        const LearningInput& input);

}  // namespace headway::flows
