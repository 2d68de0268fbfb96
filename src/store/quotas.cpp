// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/quotas.hpp"

namespace headway::store {

Result<Holdings> count_holdings(sql::Connection& c, std::string_view owner) {
    auto found = c.row<Holdings>(
        "select (select count(*) from resumes where user_id = $1) as resumes, "
        "(select count(*) from jobs where owner_id = $1) as jobs, "
        "(select count(*) from notes where user_id = $1) as notes, "
        "(select cast(coalesce(sum(size_bytes), 0) as bigint) from resumes where user_id = $1) as "
        "storage_bytes",
        owner);
    if (!found) return pass_on(found);
    return found->value_or(Holdings());
}

Result<void> lock_holdings(sql::Connection& c, std::string_view owner) {
    if (c.dialect() == sql::Dialect::sqlite) return {};  // it has one writer
    const auto locked = c.rows<std::string>("select id from users where id = $1 for no key update", owner);
    if (!locked) return std::unexpected(locked.error());
    return {};
}

Result<std::vector<QuotaUse>> list_quota_use(sql::Connection& c, std::string_view owner, Date day) {
    return c.rows<QuotaUse>("select kind, used from quota_usage where user_id = $1 and day = $2", owner, day);
}

Result<std::int64_t> add_quota_use(sql::Connection& c, std::string_view owner, std::string_view kind,
                                   Date day, std::int64_t amount) {
    const auto used = c.value<std::int64_t>(
        "insert into quota_usage (user_id, kind, day, used) values ($1, $2, $3, $4) "
        "on conflict (user_id, kind, day) do update set used = quota_usage.used + excluded.used "
        "returning used",
        owner, kind, day, amount);
    if (!used) return std::unexpected(used.error());
    return used->value_or(amount);
}

Result<std::vector<QuotaLimit>> list_quota_limits(sql::Connection& c, std::string_view owner) {
    return c.rows<QuotaLimit>("select name, most from quota_limits where user_id = $1", owner);
}

Result<void> set_quota_limit(sql::Connection& c, std::string_view owner, std::string_view name,
                             std::optional<std::int64_t> most) {
    const auto done = most ? c.run(
                                 "insert into quota_limits (user_id, name, most) values ($1, $2, $3) "
                                 "on conflict (user_id, name) do update set most = excluded.most",
                                 owner, name, *most)
                           : c.run("delete from quota_limits where user_id = $1 and name = $2", owner, name);
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace headway::store
