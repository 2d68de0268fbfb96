// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A course, book, document or exercise proposed for a report, with the task that was made of it, if any.
struct LearningItem {
    std::string id;
    std::string report_id;
    std::int64_t position = 0;
    std::string skill_id;
    std::string skill_name;
    std::string title;
    std::string url;
    std::string publisher;
    std::string kind;
    double hours = 0;
    double from_level = 0;
    double to_level = 0;
    double gain = 0;
    std::string reason;
    Timestamp created_at;
    std::optional<std::string> task_id;
};
BOOST_DESCRIBE_STRUCT(LearningItem, (),
                      (id, report_id, position, skill_id, skill_name, title, url, publisher, kind, hours,
                       from_level, to_level, gain, reason, created_at, task_id))

[[nodiscard]] Result<void> add_learning_item(sql::Connection& c, std::string_view owner,
                                             const LearningItem& item);
[[nodiscard]] Result<std::optional<LearningItem>> find_learning_item(sql::Connection& c,
                                                                     std::string_view owner,
                                                                     std::string_view id);
/// Those of a report, best gain per hour first; of all reports when it is empty, the newest report first.
[[nodiscard]] Result<std::vector<LearningItem>> list_learning_items(sql::Connection& c,
                                                                    std::string_view owner,
                                                                    std::string_view report_id,
                                                                    std::size_t limit);

}  // namespace headway::store
