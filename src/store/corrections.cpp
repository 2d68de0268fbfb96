// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/corrections.hpp"

#include "base/id.hpp"

namespace headway::store {
namespace {

#define HEADWAY_CORRECTION_COLUMNS                                                                         \
    "id, kind, action, resume_id, job_id, skill_id, skill_name, alias, level, need, occupation, task_id, " \
    "created_at "

}  // namespace

Result<void> add_correction(sql::Connection& c, std::string_view owner, const Correction& x) {
    const auto done = c.run("insert into corrections (user_id, " HEADWAY_CORRECTION_COLUMNS
                            ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                            owner, x.id, x.kind, x.action, x.resume_id, x.job_id, x.skill_id, x.skill_name,
                            x.alias, x.level, x.need, x.occupation, x.task_id, x.created_at);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<Correction>> list_corrections(sql::Connection& c, std::string_view owner,
                                                 std::string_view kind) {
    return c.rows<Correction>("select " HEADWAY_CORRECTION_COLUMNS
                              "from corrections where user_id = $1 and ($2 = '' or kind = $2) order by id",
                              owner, kind);
}

Result<std::vector<Correction>> corrections_of_resume(sql::Connection& c, std::string_view owner,
                                                      std::string_view resume_id) {
    return c.rows<Correction>(
        "select " HEADWAY_CORRECTION_COLUMNS
        "from corrections where user_id = $1 and (kind = 'alias' or (kind = 'resume_skill' and "
        "(resume_id is null or resume_id = $2))) order by id",
        owner, resume_id);
}

Result<std::vector<Correction>> corrections_of_job(sql::Connection& c, std::string_view owner,
                                                   std::string_view job_id) {
    return c.rows<Correction>(
        "select " HEADWAY_CORRECTION_COLUMNS
        "from corrections where user_id = $1 and (kind = 'alias' or job_id = $2) order by id",
        owner, job_id);
}

Result<bool> delete_correction(sql::Connection& c, std::string_view owner, std::string_view id) {
    const auto gone = c.run("delete from corrections where user_id = $1 and id = $2", owner, id);
    if (!gone) return std::unexpected(gone.error());
    return *gone == 1;
}

Result<std::int64_t> delete_corrections_of_task(sql::Connection& c, std::string_view owner,
                                                std::string_view task_id) {
    return c.run("delete from corrections where user_id = $1 and task_id = $2", owner, task_id);
}

Result<void> choose_occupation(sql::Connection& c, std::string_view owner, std::string_view job_id,
                               const std::optional<std::string>& code, Timestamp now) {
    const auto gone = c.run(
        "delete from corrections where user_id = $1 and job_id = $2 and kind = 'occupation'", owner, job_id);
    if (!gone) return std::unexpected(gone.error());
    if (!code) return {};
    Correction choice;
    choice.id = make_uuid();
    choice.kind = "occupation";
    choice.action = "choose";
    choice.job_id = job_id;
    choice.occupation = code;
    choice.created_at = now;
    return add_correction(c, owner, choice);
}

}  // namespace headway::store
