// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fetched_jobs.hpp"

namespace headway::store {

Result<std::optional<Job>> find_job_of_source(sql::Connection& c, std::string_view owner,
                                              std::string_view source, std::string_view external_id) {
    const auto id =
        c.value<std::string>("select id from jobs where owner_id = $1 and source = $2 and external_id = $3",
                             owner, source, external_id);
    if (!id) return std::unexpected(id.error());
    if (!*id) return std::optional<Job>();
    return find_job(c, owner, **id);
}

Result<std::vector<Job>> list_jobs_with_title(sql::Connection& c, std::string_view owner,
                                              std::string_view title, std::int64_t limit) {
    const auto ids = c.rows<std::string>(
        "select id from jobs where owner_id = $1 and lower(title) = lower($2) order by id desc limit $3",
        owner, title, limit);
    if (!ids) return std::unexpected(ids.error());
    std::vector<Job> out;
    for (const std::string& id : *ids) {
        auto job = find_job(c, owner, id);
        if (!job) return pass_on(job);
        if (*job) out.push_back(std::move(**job));
    }
    return out;
}

Result<std::optional<FetchMark>> find_fetch_mark(sql::Connection& c, std::string_view owner,
                                                 std::string_view job_id) {
    return c.row<FetchMark>(
        "select f.job_id, f.run_id, f.version from fetched_jobs f join jobs j on j.id = f.job_id "
        "where j.owner_id = $1 and f.job_id = $2",
        owner, job_id);
}

Result<void> set_fetch_mark(sql::Connection& c, const FetchMark& mark) {
    const auto done = c.run(
        "insert into fetched_jobs (job_id, run_id, version) values ($1, $2, $3) "
        "on conflict (job_id) do update set version = excluded.version",
        mark.job_id, mark.run_id, mark.version);
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace headway::store
