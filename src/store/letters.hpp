// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// What letters are about, and who gets them when.
namespace headway::store {

/// Somebody who wants letters and whose address is proved.
struct Reader {
    std::string id;
    std::string time_zone;
    std::optional<Date> last_day;  ///< Of the last letter.
};
BOOST_DESCRIBE_STRUCT(Reader, (), (id, time_zone, last_day))
/// Of everybody, for the rounds; by id, those behind `after`.
[[nodiscard]] Result<std::vector<Reader>> list_readers(sql::Connection& c, std::string_view after,
                                                       std::size_t limit);
/// False when that letter of that day was noted before.
[[nodiscard]] Result<bool> note_letter(sql::Connection& c, std::string_view owner, std::string_view letter,
                                       Date day);

struct DueTask {
    std::string title;
    Date end_on;
};
BOOST_DESCRIBE_STRUCT(DueTask, (), (title, end_on))
/// Open tasks that end on or before the day, earliest first, 50 at most.
[[nodiscard]] Result<std::vector<DueTask>> list_due_tasks(sql::Connection& c, std::string_view owner,
                                                          Date until);
[[nodiscard]] Result<std::int64_t> count_tasks_done(sql::Connection& c, std::string_view owner,
                                                    Timestamp since);
[[nodiscard]] Result<std::int64_t> count_reports_made(sql::Connection& c, std::string_view owner,
                                                      Timestamp since);
/// Days before `before`, of everybody. How many.
[[nodiscard]] Result<std::int64_t> sweep_letter_days(sql::Connection& c, Date before, std::size_t most);

}  // namespace headway::store
