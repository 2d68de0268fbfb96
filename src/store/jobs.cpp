// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobs.hpp"

#include "sql/value.hpp"
#include "store/job_profiles.hpp"
#include "store/query.hpp"

namespace headway::store {
namespace {

#define HEADWAY_JOB_COLUMNS                                                                        \
    "j.id, j.owner_id, j.published, j.title, j.company, j.location, j.remote, j.job_type, j.url, " \
    "j.salary_min, "                                                                               \
    "j.salary_max, j.salary_currency, j.salary_period, j.posted_on, j.source, j.external_id, "     \
    "j.description, "                                                                              \
    "j.requirements, j.version, j.created_at, j.updated_at "

/// Behind every text that begins with the one before it.
constexpr const char* last_text = "\xEF\xBF\xBD";

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

Result<void> add_words(sql::Connection& c, std::string_view job, const std::vector<JobWord>& words) {
    for (const JobWord& w : words) {
        auto added =
            nothing(c.run("insert into job_words (word, job_id, place) values ($1, $2, $3) "
                          "on conflict (word, job_id) do nothing",
                          w.word, job, w.place));
        if (!added) return added;
    }
    return {};
}

void narrow(Query& q, std::string_view caller, const JobFilter& f) {
    for (const std::string& word : f.words) {
        q.where(" and exists (select 1 from job_words w where w.job_id = j.id and w.word >= ?", word);
        q.where(" and w.word < ?)", word + last_text);
    }
    if (!f.company.empty()) q.where(" and lower(j.company) like ? escape '\\'", contained(f.company));
    if (!f.location.empty()) q.where(" and lower(j.location) like ? escape '\\'", contained(f.location));
    if (!f.source.empty()) q.where(" and j.source = ?", f.source);
    if (!f.job_type.empty()) q.where(" and j.job_type = ?", f.job_type);
    if (f.remote) q.where(" and j.remote = ?", *f.remote);
    if (f.published) q.where(" and j.published = ?", *f.published);
    if (f.posted_since) q.where(" and j.posted_on >= ?", *f.posted_since);
    if (f.salary_min) q.where(" and coalesce(j.salary_max, j.salary_min) >= ?", *f.salary_min);
    if (f.asks) q.add(*f.asks ? " and j.requirements > 0" : " and j.requirements = 0");
    for (std::size_t i = 0; i < f.among.size(); ++i) q.where(i == 0 ? " and j.id in (?" : ", ?", f.among[i]);
    if (!f.among.empty()) q.add(")");
    if (f.saved || !f.stage.empty()) {
        q.add(f.saved.value_or(true) ? " and exists" : " and not exists");
        q.where(" (select 1 from saved_jobs s where s.user_id = ? and s.job_id = j.id", caller);
        if (!f.stage.empty()) q.where(" and s.stage = ?", f.stage);
        q.add(")");
    }
}

/// The stage of a saved job is that of its latest day, on one day the last recorded.
Result<void> settle_stage(sql::Connection& c, std::string_view owner, std::string_view job_id) {
    return nothing(
        c.run("update saved_jobs set "
              "stage = (select stage from stage_changes where user_id = $1 and job_id = $2 order by day "
              "desc, id desc limit 1), "
              "stage_on = (select day from stage_changes where user_id = $1 and job_id = $2 order by day "
              "desc, id desc limit 1), "
              "version = version + 1 where user_id = $1 and job_id = $2",
              owner, job_id));
}

}  // namespace

Result<void> add_job(sql::Connection& c, const Job& j, std::string_view profile,
                     const std::vector<JobWord>& words) {
    auto added =
        nothing(c.run("insert into jobs (id, owner_id, published, title, company, location, remote, "
                      "job_type, url, salary_min, salary_max, "
                      "salary_currency, salary_period, posted_on, source, external_id, description, "
                      "requirements, profile, version, "
                      "created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
                      "$13, $14, $15, $16, $17, $18, "
                      "$19, $20, $21, $22)",
                      j.id, j.owner_id, j.published, j.title, j.company, j.location, j.remote, j.job_type,
                      j.url, j.salary_min, j.salary_max, j.salary_currency, j.salary_period, j.posted_on,
                      j.source, j.external_id, j.description, j.requirements,
                      sql::Bytes{std::string(profile)}, j.version, j.created_at, j.updated_at));
    if (!added) return added;
    if (auto told = c.notify(jobs_channel, j.id); !told) return told;
    return add_words(c, j.id, words);
}

Result<std::optional<Job>> find_job(sql::Connection& c, std::string_view caller, std::string_view id) {
    return c.row<Job>("select " HEADWAY_JOB_COLUMNS
                      "from jobs j where (j.owner_id = $1 or j.published = $3) and j.id = $2",
                      caller, id, true);
}

Result<std::vector<Job>> list_jobs(sql::Connection& c, std::string_view caller, const JobFilter& filter,
                                   std::optional<std::string_view> before, std::size_t limit) {
    Query q("select " HEADWAY_JOB_COLUMNS "from jobs j where (");
    q.where("j.owner_id = ?", caller);
    q.where(" or j.published = ?)", true);
    narrow(q, caller, filter);
    if (before) q.where(" and j.id < ?", *before);
    q.where(" order by j.id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<Job>(c);
}

Result<std::vector<JobPlace>> list_job_places(sql::Connection& c, std::string_view caller,
                                              const JobFilter& filter, std::size_t limit) {
    Query q("select j.id, j.requirements, lower(j.company) as company, 0");
    for (const std::string& word : filter.words) {
        q.where(" + coalesce((select min(w.place) from job_words w where w.job_id = j.id and w.word >= ?",
                word);
        q.where(" and w.word < ?), 0)", word + last_text);
    }
    q.add(" as distance from jobs j where (");
    q.where("j.owner_id = ?", caller);
    q.where(" or j.published = ?)", true);
    narrow(q, caller, filter);
    q.where(" limit ?", static_cast<std::int64_t>(limit));
    return q.rows<JobPlace>(c);
}

Result<bool> change_job(sql::Connection& c, std::string_view owner, const Job& j, std::string_view profile,
                        const std::vector<JobWord>& words) {
    const auto changed = one(c.run(
        "update jobs set title = $3, company = $4, location = $5, remote = $6, job_type = $7, url = $8, "
        "salary_min = $9, "
        "salary_max = $10, salary_currency = $11, salary_period = $12, posted_on = $13, description = $14, "
        "requirements = $15, profile = $16, updated_at = $17, version = version + 1 "
        "where owner_id = $1 and id = $2 and version = $18",
        owner, j.id, j.title, j.company, j.location, j.remote, j.job_type, j.url, j.salary_min, j.salary_max,
        j.salary_currency, j.salary_period, j.posted_on, j.description, j.requirements,
        sql::Bytes{std::string(profile)}, j.updated_at, j.version));
    if (!changed || !*changed) return changed;
    if (auto told = c.notify(jobs_channel, j.id); !told) return std::unexpected(told.error());
    if (auto cleared = nothing(c.run("delete from job_words where job_id = $1", j.id)); !cleared)
        return std::unexpected(cleared.error());
    if (auto added = add_words(c, j.id, words); !added) return std::unexpected(added.error());
    return true;
}

Result<bool> delete_job(sql::Connection& c, std::string_view owner, std::string_view id,
                        std::int64_t version) {
    if (auto told = c.notify(jobs_channel, id); !told) return std::unexpected(told.error());
    return one(
        c.run("delete from jobs where owner_id = $1 and id = $2 and version = $3", owner, id, version));
}

Result<bool> publish_job(sql::Connection& c, std::string_view id, bool published, Timestamp now) {
    if (auto told = c.notify(jobs_channel, id); !told) return std::unexpected(told.error());
    return one(c.run("update jobs set published = $2, updated_at = $3, version = version + 1 where id = $1",
                     id, published, now));
}

Result<bool> save_job(sql::Connection& c, std::string_view owner, const SavedJob& s) {
    return one(
        c.run("insert into saved_jobs (user_id, job_id, stage, stage_on, version, saved_at) "
              "values ($1, $2, $3, $4, 1, $5) on conflict (user_id, job_id) do nothing",
              owner, s.job_id, s.stage, s.stage_on, s.saved_at));
}

Result<std::optional<SavedJob>> find_saved_job(sql::Connection& c, std::string_view owner,
                                               std::string_view job_id) {
    return c.row<SavedJob>(
        "select job_id, stage, stage_on, saved_at from saved_jobs where user_id = $1 and job_id = $2", owner,
        job_id);
}

Result<std::vector<SavedJob>> list_saved_jobs(sql::Connection& c, std::string_view owner,
                                              std::string_view stage, SavedOrder order,
                                              const std::optional<SavedPlace>& before, std::size_t limit) {
    // The score is that of the latest report, as the list shows it; a job without one comes last.
    static constexpr std::string_view latest_score =
        "coalesce((select g.score from gap_reports g where g.user_id = s.user_id and g.job_id = s.job_id "
        "order by g.id desc limit 1), -1)";
    const std::string key(order == SavedOrder::saved_at   ? "s.saved_at"
                          : order == SavedOrder::stage_on ? "s.stage_on"
                                                          : latest_score);
    Query q("select s.job_id, s.stage, s.stage_on, s.saved_at from saved_jobs s where ");
    q.where("s.user_id = ?", owner);
    // One that an administrator has made private again is no longer in the list; saved it stays.
    q.where(" and exists (select 1 from jobs j where j.id = s.job_id and (j.owner_id = ?", owner);
    q.where(" or j.published = ?))", true);
    if (!stage.empty()) q.where(" and s.stage = ?", stage);
    const auto behind = [&](const auto& value) {
        q.where(" and (" + key + " < ?", value);
        q.where(" or (" + key + " = ?", value);
        q.where(" and s.job_id < ?))", before->job_id);
    };
    if (before && order == SavedOrder::saved_at) behind(before->saved_at);
    if (before && order == SavedOrder::stage_on) behind(before->stage_on);
    if (before && order == SavedOrder::score) behind(before->score);
    q.where(" order by " + key + " desc, s.job_id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<SavedJob>(c);
}

Result<std::vector<SavedJob>> list_saved_jobs_in(sql::Connection& c, std::string_view owner,
                                                 const std::vector<std::string>& stages, std::size_t limit) {
    Query q("select job_id, stage, stage_on, saved_at from saved_jobs where ");
    q.where("user_id = ?", owner);
    const char* join = " and (stage = ?";
    for (const std::string& stage : stages) {
        q.where(join, stage);
        join = " or stage = ?";
    }
    if (!stages.empty()) q.add(")");
    q.where(" order by saved_at desc, job_id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<SavedJob>(c);
}

Result<std::vector<SavedJobProfile>> list_saved_job_profiles(sql::Connection& c, std::string_view owner,
                                                             const std::vector<std::string>& stages,
                                                             std::size_t limit) {
    Query q(
        "select s.job_id, j.title, j.company, j.profile from saved_jobs s join jobs j on j.id = s.job_id and "
        "(j.owner_id = s.user_id or j.published) where ");
    q.where("s.user_id = ?", owner);
    const char* join = " and (s.stage = ?";
    for (const std::string& stage : stages) {
        q.where(join, stage);
        join = " or s.stage = ?";
    }
    if (!stages.empty()) q.add(")");
    q.where(" order by s.saved_at desc, s.job_id desc limit ?", static_cast<std::int64_t>(limit));
    return q.rows<SavedJobProfile>(c);
}

Result<std::vector<std::string>> list_saved_job_ids(sql::Connection& c, std::string_view owner) {
    return c.rows<std::string>("select job_id from saved_jobs where user_id = $1", owner);
}

Result<bool> unsave_job(sql::Connection& c, std::string_view owner, std::string_view job_id) {
    if (auto gone =
            nothing(c.run("delete from stage_changes where user_id = $1 and job_id = $2", owner, job_id));
        !gone)
        return std::unexpected(gone.error());
    return one(c.run("delete from saved_jobs where user_id = $1 and job_id = $2", owner, job_id));
}

Result<std::vector<StageChange>> list_stage_changes(sql::Connection& c, std::string_view owner,
                                                    std::string_view job_id) {
    return c.rows<StageChange>(
        "select id, stage, day, at from stage_changes where user_id = $1 and job_id = $2 order by day, id",
        owner, job_id);
}

Result<void> add_stage_change(sql::Connection& c, std::string_view owner, std::string_view job_id,
                              const StageChange& s) {
    auto added = nothing(c.run(
        "insert into stage_changes (id, user_id, job_id, stage, day, at) values ($1, $2, $3, $4, $5, $6)",
        s.id, owner, job_id, s.stage, s.day, s.at));
    if (!added) return added;
    return settle_stage(c, owner, job_id);
}

Result<bool> delete_stage_change(sql::Connection& c, std::string_view owner, std::string_view job_id,
                                 std::string_view id) {
    const auto gone = one(
        c.run("delete from stage_changes where user_id = $1 and job_id = $2 and id = $3", owner, job_id, id));
    if (!gone || !*gone) return gone;
    if (auto settled = settle_stage(c, owner, job_id); !settled) return std::unexpected(settled.error());
    return true;
}

}  // namespace headway::store
