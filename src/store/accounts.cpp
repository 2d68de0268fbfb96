// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accounts.hpp"

#include <algorithm>

#include "store/credentials.hpp"
#include "store/job_profiles.hpp"

namespace headway::store {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

/// A pattern of what contains `text`.
std::string like(std::string_view text) {
    std::string out = "%";
    for (const char ch : text) {
        if (ch == '%' || ch == '_' || ch == '\\') out += '\\';
        out += ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch - 'A' + 'a') : ch;
    }
    return out + "%";
}

}  // namespace

Result<std::optional<Timestamp>> last_seen(sql::Connection& c, std::string_view user_id) {
    const auto seen = c.row<LastSeen>(
        "select (select max(last_seen_at) from sessions where user_id = $1) as session_at, "
        "(select max(last_used_at) from access_tokens where user_id = $1) as token_at",
        user_id);
    if (!seen) return std::unexpected(seen.error());
    if (!*seen) return std::nullopt;
    return std::max((*seen)->session_at, (*seen)->token_at);
}

Result<std::vector<User>> list_accounts(sql::Connection& c, const AccountFilter& f,
                                        std::optional<std::string_view> after, std::size_t limit) {
    return c.rows<User>(
        "select id, email, name, password_hash, role, disabled, phone, location, headline, language, "
        "time_zone, email_notifications, weekly_hours, plan, renews_on, version, created_at, updated_at, "
        "email_verified_at "
        "from users where email > $1 and (email like $2 escape '\\' or lower(name) like $2 escape '\\') "
        "and ($3 = '' or role = $3) and (disabled = $4 or disabled = $5) order by email limit $6",
        after.value_or(""), like(f.text), f.role, f.disabled.value_or(false), f.disabled.value_or(true),
        static_cast<std::int64_t>(limit));
}

Result<std::int64_t> count_other_admins(sql::Connection& c, std::string_view user_id) {
    static const std::string sql = "select id from users where role = 'admin' and disabled = $1 order by id";
    static const std::string locking = sql + " for update";
    const auto ids = c.rows<std::string>(c.dialect() == sql::Dialect::postgres ? locking : sql, false);
    if (!ids) return std::unexpected(ids.error());
    return std::count_if(ids->begin(), ids->end(), [&](const std::string& id) { return id != user_id; });
}

Result<void> close_account(sql::Connection& c, std::string_view user_id, Timestamp now) {
    if (auto done = nothing(c.run("update users set disabled = $2, version = version + 1, updated_at = $3 "
                                  "where id = $1",
                                  user_id, true, now));
        !done)
        return done;
    if (auto done = nothing(delete_sessions(c, user_id, "")); !done) return done;
    return nothing(delete_access_tokens(c, user_id));
}

Result<std::optional<std::string>> find_erasure(sql::Connection& c, std::string_view user_id) {
    // An erasure is about its owner, or about the subject that an admin has named.
    return c.value<std::string>(
        "select id from runs where kind = 'erase' and state in ('queued', 'running') "
        "and coalesce(subject_id, user_id) = $1 order by id limit 1",
        user_id);
}

Result<void> withdraw_erasures(sql::Connection& c, std::string_view user_id) {
    return nothing(
        c.run("update runs set can_retry = $2 where kind = 'erase' and state = 'failed' "
              "and coalesce(subject_id, user_id) = $1",
              user_id, false));
}

Result<std::vector<std::string>> file_keys_of(sql::Connection& c, std::string_view user_id) {
    return c.rows<std::string>(
        "select file_key from resumes where user_id = $1 and file_key is not null "
        "union select file_key from file_removals where file_key like $2 order by 1",
        user_id, std::string(user_id) + "/%");
}

Result<void> note_file_removal(sql::Connection& c, std::string_view key, Timestamp at) {
    return nothing(
        c.run("insert into file_removals (file_key, at) values ($1, $2) "
              "on conflict (file_key) do update set at = excluded.at",
              key, at));
}

Result<void> erase_account(sql::Connection& c, std::string_view user_id) {
    if (auto kept =
            nothing(c.run("update runs set user_id = subject_id where user_id = $1 and kind = 'erase' "
                          "and subject_id <> $1 and state in ('queued', 'running')",
                          user_id));
        !kept)
        return kept;
    const auto jobs = c.rows<std::string>("select id from jobs where owner_id = $1", user_id);
    if (!jobs) return std::unexpected(jobs.error());
    for (const std::string& id : *jobs) {
        if (auto told = c.notify(jobs_channel, id); !told) return told;
    }
    const auto gone = delete_user(c, user_id);
    if (!gone) return std::unexpected(gone.error());
    return {};
}

}  // namespace headway::store
