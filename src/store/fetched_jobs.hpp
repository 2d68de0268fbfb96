// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/jobs.hpp"

/// What is remembered of jobs that came from a source, so that a second fetch neither doubles them nor takes
/// back what a person changed.
namespace headway::store {

struct FetchMark {
    std::string job_id;
    std::string run_id;        ///< The run that added the job.
    std::int64_t version = 0;  ///< Of the job, as the last fetch left it.
};
BOOST_DESCRIBE_STRUCT(FetchMark, (), (job_id, run_id, version))

/// The owner's job of that source and id.
[[nodiscard]] Result<std::optional<Job>> find_job_of_source(sql::Connection& c, std::string_view owner,
                                                            std::string_view source,
                                                            std::string_view external_id);
/// The owner's jobs with that title, without the case of ASCII letters; the newest `limit`.
[[nodiscard]] Result<std::vector<Job>> list_jobs_with_title(sql::Connection& c, std::string_view owner,
                                                            std::string_view title, std::int64_t limit);
[[nodiscard]] Result<std::optional<FetchMark>> find_fetch_mark(sql::Connection& c, std::string_view owner,
                                                               std::string_view job_id);
/// Of a job that the caller knows to be the owner's. The run stays that of the first time.
[[nodiscard]] Result<void> set_fetch_mark(sql::Connection& c, const FetchMark& mark);

}  // namespace headway::store
