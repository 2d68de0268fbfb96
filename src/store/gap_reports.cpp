// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gap_reports.hpp"

namespace headway::store {
namespace {

#define HEADWAY_GAP_COLUMNS                                                                        \
    "id, resume_id, job_id, inputs_hash, score, low, high, matched, weak, missing, requirements, " \
    "resume_name, "                                                                                \
    "job_title, company, run_id, created_at "

}  // namespace

Result<void> add_gap_report(sql::Connection& c, std::string_view owner, const GapReport& r,
                            std::string_view content) {
    const auto done = c.run(
        "insert into gap_reports (user_id, " HEADWAY_GAP_COLUMNS
        ", content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        owner, r.id, r.resume_id, r.job_id, r.inputs_hash, r.score, r.low, r.high, r.matched, r.weak,
        r.missing, r.requirements, r.resume_name, r.job_title, r.company, r.run_id, r.created_at, content);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<GapReport>> find_gap_report(sql::Connection& c, std::string_view owner,
                                                 std::string_view id) {
    return c.row<GapReport>("select " HEADWAY_GAP_COLUMNS "from gap_reports where user_id = $1 and id = $2",
                            owner, id);
}

Result<std::optional<std::string>> find_gap_content(sql::Connection& c, std::string_view owner,
                                                    std::string_view id) {
    return c.value<std::string>("select content from gap_reports where user_id = $1 and id = $2", owner, id);
}

Result<std::optional<GapReport>> find_gap_report_by_inputs(sql::Connection& c, std::string_view owner,
                                                           std::string_view inputs_hash) {
    return c.row<GapReport>(
        "select " HEADWAY_GAP_COLUMNS
        "from gap_reports r where user_id = $1 and inputs_hash = $2 and not exists (select 1 from "
        "gap_reports n "
        "where n.user_id = r.user_id and n.job_id = r.job_id and n.resume_id = r.resume_id and n.id > r.id) "
        "order by id desc limit 1",
        owner, inputs_hash);
}

Result<std::optional<GapReport>> latest_gap_report(sql::Connection& c, std::string_view owner,
                                                   std::string_view job_id,
                                                   std::optional<std::string_view> resume_id) {
    return c.row<GapReport>(
        "select " HEADWAY_GAP_COLUMNS
        "from gap_reports where user_id = $1 and job_id = $2 and ($3 = '' or resume_id = $3) "
        "order by id desc limit 1",
        owner, job_id, resume_id.value_or(""));
}

Result<std::vector<GapReport>> list_gap_reports(sql::Connection& c, std::string_view owner,
                                                std::string_view job_id, std::string_view resume_id,
                                                std::optional<std::string_view> before, std::size_t limit) {
    return c.rows<GapReport>("select " HEADWAY_GAP_COLUMNS
                             "from gap_reports where user_id = $1 and ($2 = '' or job_id = $2) and "
                             "($3 = '' or resume_id = $3) and id < $4 order by id desc limit $5",
                             owner, job_id, resume_id, before.value_or("~"),
                             static_cast<std::int64_t>(limit));
}

Result<std::vector<GapReport>> current_gap_reports(sql::Connection& c, std::string_view owner,
                                                   std::string_view job_id, std::string_view resume_id,
                                                   std::optional<std::string_view> before,
                                                   std::size_t limit) {
    return c.rows<GapReport>(
        "select " HEADWAY_GAP_COLUMNS
        "from gap_reports g where user_id = $1 and ($2 = '' or job_id = $2) and "
        "($3 = '' or resume_id = $3) and resume_id is not null and id < $4 and not exists "
        "(select 1 from gap_reports n where n.user_id = g.user_id and n.job_id = g.job_id and "
        "n.resume_id = g.resume_id and n.id > g.id) order by id desc limit $5",
        owner, job_id, resume_id, before.value_or("~"), static_cast<std::int64_t>(limit));
}

Result<bool> delete_gap_report(sql::Connection& c, std::string_view owner, std::string_view id) {
    const auto gone = c.run("delete from gap_reports where user_id = $1 and id = $2", owner, id);
    if (!gone) return std::unexpected(gone.error());
    return *gone == 1;
}

Result<std::int64_t> delete_gap_reports_of_job(sql::Connection& c, std::string_view owner,
                                               std::string_view job_id, std::string_view resume_id) {
    return c.run("delete from gap_reports where user_id = $1 and job_id = $2 and ($3 = '' or resume_id = $3)",
                 owner, job_id, resume_id);
}

}  // namespace headway::store
