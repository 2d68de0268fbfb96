// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/database.hpp"

/// What the ranking reads of jobs: of all of them, whoever they belong to, for an index that knows owners.
/// What is shown to a person goes through find_job() (jobs.hpp), which does not.
namespace headway::store {

/// Told with the id of a job that was added, changed, published, withdrawn or deleted, and with nothing when
/// many may have been.
inline constexpr std::string_view jobs_channel = "jobs";

struct JobProfileRow {
    std::string id;
    std::string owner_id;
    bool published = false;
    std::int64_t version = 1;
    sql::Bytes profile;
};
BOOST_DESCRIBE_STRUCT(JobProfileRow, (), (id, owner_id, published, version, profile))

/// By id, those behind the id `after`.
[[nodiscard]] Result<std::vector<JobProfileRow>> list_job_profiles(sql::Connection& c, std::string_view after,
                                                                   std::size_t limit);
[[nodiscard]] Result<std::optional<JobProfileRow>> find_job_profile(sql::Connection& c, std::string_view id);

/// A job that was read anew; its version stays, so that nobody's change is in the way of a person's. False
/// when it is of another version by now.
[[nodiscard]] Result<bool> renew_job_profile(sql::Connection& c, const JobProfileRow& row,
                                             std::int64_t requirements);

/// A job that `caller` may see, and its version.
struct JobMark {
    std::string id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(JobMark, (), (id, version))
[[nodiscard]] Result<std::optional<JobMark>> find_job_mark(sql::Connection& c, std::string_view caller,
                                                           std::string_view id);
/// The newest of those whose text has all of these words, which are folded.
[[nodiscard]] Result<std::vector<JobMark>> jobs_with_words(sql::Connection& c, std::string_view caller,
                                                           const std::vector<std::string>& words,
                                                           std::size_t limit);

}  // namespace headway::store
