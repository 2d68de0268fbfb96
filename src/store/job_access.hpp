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

/// Whose a job is, and who keeps it.
namespace headway::store {

struct JobOwner {
    std::string owner_id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(JobOwner, (), (owner_id, version))
/// For administrators: of anybody's job. Who changes it waits until this transaction ends.
[[nodiscard]] Result<std::optional<JobOwner>> lock_job_of_anybody(sql::Connection& c, std::string_view id);

/// Ids of the person's own jobs and of those that they saved and may see; the newest first, those behind
/// `before`.
[[nodiscard]] Result<std::vector<std::string>> list_kept_jobs(sql::Connection& c, std::string_view owner,
                                                              std::optional<std::string_view> before,
                                                              std::size_t limit);

}  // namespace headway::store
