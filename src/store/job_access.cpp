// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/job_access.hpp"

namespace headway::store {

Result<std::optional<JobOwner>> lock_job_of_anybody(sql::Connection& c, std::string_view id) {
    static const std::string found = "select owner_id, version from jobs where id = $1";
    static const std::string held = found + " for update";
    return c.row<JobOwner>(c.dialect() == sql::Dialect::postgres ? held : found, id);
}

Result<std::vector<std::string>> list_kept_jobs(sql::Connection& c, std::string_view owner,
                                                std::optional<std::string_view> before, std::size_t limit) {
    return c.rows<std::string>(
        "select id from (select id from jobs where owner_id = $1 union "
        "select s.job_id as id from saved_jobs s join jobs j on j.id = s.job_id "
        "where s.user_id = $1 and (j.owner_id = $1 or j.published = $2)) kept "
        "where id < $3 order by id desc limit $4",
        owner, true, before.value_or("~"), static_cast<std::int64_t>(limit));
}

}  // namespace headway::store
