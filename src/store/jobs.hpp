// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

/// A job. It is seen by its owner, and by everybody when it is published.
struct Job {
    std::string id;
    std::string owner_id;
    bool published = false;
    std::string title;
    std::string company;
    std::string location;
    bool remote = false;
    std::optional<std::string> job_type;
    std::optional<std::string> url;
    std::optional<double> salary_min;
    std::optional<double> salary_max;
    std::optional<std::string> salary_currency;
    std::optional<std::string> salary_period;
    std::optional<Date> posted_on;
    std::string source = "manual";
    std::optional<std::string> external_id;
    std::string description;
    std::int64_t requirements = 0;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, owner_id, published, title, company, location, remote, job_type, url, salary_min,
                       salary_max, salary_currency, salary_period, posted_on, source, external_id,
                       description, requirements, version, created_at, updated_at))

/// A word of a job and where it stands: 0 title, 1 company and location, 2 text.
struct JobWord {
    std::string word;
    int place = 2;
};

/// What a list is narrowed to. Empty members do not narrow.
struct JobFilter {
    std::vector<std::string> words;  ///< Folded; each must begin a word of the job.
    std::string company;             ///< Contained, without case.
    std::string location;
    std::string source;
    std::optional<bool> remote;
    std::optional<bool> saved;
    std::optional<bool> published;
    std::string job_type;
    std::string stage;
    std::optional<Date> posted_since;
    std::optional<double> salary_min;
    std::optional<bool> asks;        ///< Whether it has requirements.
    std::vector<std::string> among;  ///< Of these only; empty: of all.
};

/// conflict when the owner has one with that source and external id.
[[nodiscard]] Result<void> add_job(sql::Connection& c, const Job& job, std::string_view profile,
                                   const std::vector<JobWord>& words);
/// One that `caller` may see.
[[nodiscard]] Result<std::optional<Job>> find_job(sql::Connection& c, std::string_view caller,
                                                  std::string_view id);
/// Newest first among those that `caller` may see, those older than the id `before`.
[[nodiscard]] Result<std::vector<Job>> list_jobs(sql::Connection& c, std::string_view caller,
                                                 const JobFilter& filter,
                                                 std::optional<std::string_view> before, std::size_t limit);
/// Where a job stands in the orders of a list.
struct JobPlace {
    std::string id;
    std::int64_t requirements = 0;
    std::string company;        ///< In lower case.
    std::int64_t distance = 0;  ///< Of the filter's words: for each 0 in the title to 2 in the text; summed.
};
BOOST_DESCRIBE_STRUCT(JobPlace, (), (id, requirements, company, distance))
/// What `caller` may see, in no order; at most so many.
[[nodiscard]] Result<std::vector<JobPlace>> list_job_places(sql::Connection& c, std::string_view caller,
                                                            const JobFilter& filter, std::size_t limit);
/// All but id, owner, source, publication and creation, when the version is still that one.
[[nodiscard]] Result<bool> change_job(sql::Connection& c, std::string_view owner, const Job& job,
                                      std::string_view profile, const std::vector<JobWord>& words);
[[nodiscard]] Result<bool> delete_job(sql::Connection& c, std::string_view owner, std::string_view id,
                                      std::int64_t version);
/// For administrators.
[[nodiscard]] Result<bool> publish_job(sql::Connection& c, std::string_view id, bool published,
                                       Timestamp now);

/// A saved job: the bookmark of one person.
struct SavedJob {
    std::string job_id;
    std::string stage = "saved";
    Date stage_on;
    Timestamp saved_at;
};
BOOST_DESCRIBE_STRUCT(SavedJob, (), (job_id, stage, stage_on, saved_at))
struct StageChange {
    std::string id;
    std::string stage;
    Date day;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(StageChange, (), (id, stage, day, at))

/// False when it is saved already.
[[nodiscard]] Result<bool> save_job(sql::Connection& c, std::string_view owner, const SavedJob& saved);
[[nodiscard]] Result<std::optional<SavedJob>> find_saved_job(sql::Connection& c, std::string_view owner,
                                                             std::string_view job_id);
/// By what a list is sorted, the latest or highest first.
enum class SavedOrder : std::uint8_t { saved_at, stage_on, score };
/// Of the last one seen: of the first three what the order is about.
struct SavedPlace {
    Timestamp saved_at;
    Date stage_on;
    double score = -1;  ///< Of the latest report; -1 without one.
    std::string job_id;
};
/// `stage` empty for all.
[[nodiscard]] Result<std::vector<SavedJob>> list_saved_jobs(sql::Connection& c, std::string_view owner,
                                                            std::string_view stage, SavedOrder order,
                                                            const std::optional<SavedPlace>& before,
                                                            std::size_t limit);
/// Last saved first; `stages` empty for all.
[[nodiscard]] Result<std::vector<SavedJob>> list_saved_jobs_in(sql::Connection& c, std::string_view owner,
                                                               const std::vector<std::string>& stages,
                                                               std::size_t limit);
/// A saved job as the ranking reads it.
struct SavedJobProfile {
    std::string job_id;
    std::string title;
    std::string company;
    sql::Bytes profile;
};
BOOST_DESCRIBE_STRUCT(SavedJobProfile, (), (job_id, title, company, profile))
/// Those that `owner` may still see, last saved first; `stages` empty for all.
[[nodiscard]] Result<std::vector<SavedJobProfile>> list_saved_job_profiles(
    sql::Connection& c, std::string_view owner, const std::vector<std::string>& stages, std::size_t limit);
/// Of all stages, in no order.
[[nodiscard]] Result<std::vector<std::string>> list_saved_job_ids(sql::Connection& c, std::string_view owner);
[[nodiscard]] Result<bool> unsave_job(sql::Connection& c, std::string_view owner, std::string_view job_id);
[[nodiscard]] Result<std::vector<StageChange>> list_stage_changes(sql::Connection& c, std::string_view owner,
                                                                  std::string_view job_id);
/// Adds a step and sets the job's stage to that of its latest day.
[[nodiscard]] Result<void> add_stage_change(sql::Connection& c, std::string_view owner,
                                            std::string_view job_id, const StageChange& change);
[[nodiscard]] Result<bool> delete_stage_change(sql::Connection& c, std::string_view owner,
                                               std::string_view job_id, std::string_view id);

}  // namespace headway::store
