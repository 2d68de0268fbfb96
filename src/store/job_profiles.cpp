// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/job_profiles.hpp"

#include "sql/value.hpp"

namespace headway::store {

#define HEADWAY_PROFILE_COLUMNS "id, owner_id, published, version, profile "

Result<std::vector<JobProfileRow>> list_job_profiles(sql::Connection& c, std::string_view after,
                                                     std::size_t limit) {
    return c.rows<JobProfileRow>("select " HEADWAY_PROFILE_COLUMNS
                                 "from jobs where id > $1 order by id limit $2",
                                 after, static_cast<std::int64_t>(limit));
}

Result<std::optional<JobProfileRow>> find_job_profile(sql::Connection& c, std::string_view id) {
    return c.row<JobProfileRow>("select " HEADWAY_PROFILE_COLUMNS "from jobs where id = $1", id);
}

Result<bool> renew_job_profile(sql::Connection& c, const JobProfileRow& row, std::int64_t requirements) {
    const auto done = c.run(
        "update jobs set profile = $4, requirements = $5 where owner_id = $1 and id = $2 and version = $3",
        row.owner_id, row.id, row.version, row.profile, requirements);
    if (!done) return std::unexpected(done.error());
    if (*done == 0) return false;
    if (auto told = c.notify(jobs_channel, row.id); !told) return std::unexpected(told.error());
    return true;
}

Result<std::optional<JobMark>> find_job_mark(sql::Connection& c, std::string_view caller,
                                             std::string_view id) {
    return c.row<JobMark>("select id, version from jobs where (owner_id = $1 or published = $3) and id = $2",
                          caller, id, true);
}

Result<std::vector<JobMark>> jobs_with_words(sql::Connection& c, std::string_view caller,
                                             const std::vector<std::string>& words, std::size_t limit) {
    if (words.empty()) return std::vector<JobMark>();
    std::string text =
        "select j.id, j.version from job_words w join jobs j on j.id = w.job_id "
        "where (j.owner_id = $1 or j.published = $2) and w.word = $3";
    std::vector<sql::Value> values = {sql::to_value(caller), sql::to_value(true), sql::to_value(words[0])};
    for (std::size_t i = 1; i < words.size(); ++i) {
        values.push_back(sql::to_value(words[i]));
        text += " and exists (select 1 from job_words x where x.job_id = j.id and x.word = $" +
                std::to_string(values.size()) + ")";
    }
    values.push_back(sql::to_value(static_cast<std::int64_t>(limit)));
    text += " order by j.id desc limit $" + std::to_string(values.size());
    return c.rows_of<JobMark>(text, values);
}

}  // namespace headway::store
