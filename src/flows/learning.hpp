// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
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
/// items keeps them, and gets those that it lacks up to the limit. conflict when the résumé of the report is
/// gone.
[[nodiscard]] Result<LearningOutcome> generate_learning(sql::Database& database, const Knowledge& knowledge,
                                                        const Clock& clock, const std::string& owner,
                                                        const LearningInput& input);

/// The résumé and the job of a report held against each other as they and their corrections are now; nothing
/// when one of them is gone.
[[nodiscard]] Result<std::optional<career::GapReport>> gap_now(sql::Connection& c, const Knowledge& knowledge,
                                                               const std::string& owner, Date today,
                                                               const std::string& report_id);

/// Points that these items together add to the score of the report they were made for, by the texts and
/// corrections as they are now; nothing when the résumé or the job of that report is gone.
[[nodiscard]] Result<std::optional<double>> points_of_items(sql::Connection& c, const Knowledge& knowledge,
                                                            const std::string& owner, Date today,
                                                            std::span<const store::LearningItem> items);

}  // namespace headway::flows
