// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/credentials.hpp"

namespace headway::store {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

/// How many have ended; those who serve the person look who is let in no longer.
Result<std::int64_t> told(sql::Connection& c, std::string_view owner, Result<std::int64_t> ended) {
    if (!ended) return ended;
    if (auto done = c.notify(credentials_channel, owner); !done) return pass_on(done);
    return ended;
}

Result<bool> one(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return *done == 1;
}

}  // namespace

Result<void> add_session(sql::Connection& c, std::string_view owner, const Session& s,
                         std::string_view token_hash) {
    return nothing(
        c.run("insert into sessions (id, user_id, token_hash, user_agent, address, created_at, last_seen_at, "
              "expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
              s.id, owner, token_hash, s.user_agent, s.address, s.created_at, s.last_seen_at, s.expires_at));
}

Result<std::optional<Bearer>> find_session(sql::Connection& c, std::string_view token_hash, Timestamp now) {
    return c.row<Bearer>(
        "select s.user_id, u.role, s.id as credential_id, s.last_seen_at, 'everything' as scope from "
        "sessions s join users u on "
        "u.id = s.user_id "
        "where s.token_hash = $1 and s.expires_at > $2 and u.disabled = $3",
        token_hash, now, false);
}

Result<void> touch_session(sql::Connection& c, std::string_view id, Timestamp now, Timestamp expires_at) {
    return nothing(
        c.run("update sessions set last_seen_at = $2, expires_at = $3 where id = $1", id, now, expires_at));
}

Result<void> set_session_hint(sql::Connection& c, std::string_view owner, std::string_view id,
                              std::string_view sealed) {
    return nothing(
        c.run("update sessions set sealed_hint = $3 where user_id = $1 and id = $2", owner, id, sealed));
}

Result<std::optional<std::string>> find_session_hint(sql::Connection& c, std::string_view owner,
                                                     std::string_view id) {
    return c.value<std::string>(
        "select sealed_hint from sessions where user_id = $1 and id = $2 and sealed_hint is not null", owner,
        id);
}

Result<std::vector<Session>> list_sessions(sql::Connection& c, std::string_view owner, Timestamp now,
                                           std::optional<std::string_view> before, std::size_t limit) {
    return c.rows<Session>(
        "select id, user_agent, address, created_at, last_seen_at, expires_at from sessions "
        "where user_id = $1 and expires_at > $2 and id < $3 order by id desc limit $4",
        owner, now, before.value_or("~"), static_cast<std::int64_t>(limit));
}

Result<std::optional<Session>> find_session_of(sql::Connection& c, std::string_view owner,
                                               std::string_view id) {
    return c.row<Session>(
        "select id, user_agent, address, created_at, last_seen_at, expires_at from sessions "
        "where user_id = $1 and id = $2",
        owner, id);
}

Result<bool> delete_session(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(told(c, owner, c.run("delete from sessions where user_id = $1 and id = $2", owner, id)));
}

Result<std::int64_t> delete_sessions(sql::Connection& c, std::string_view owner, std::string_view keep) {
    return told(c, owner, c.run("delete from sessions where user_id = $1 and id <> $2", owner, keep));
}

Result<bool> is_in_force(sql::Connection& c, std::string_view owner, std::string_view credential_id,
                         Timestamp now) {
    const auto found = c.value<std::string>(
        "select u.id from users u where u.id = $1 and u.disabled = $4 and ("
        "exists (select 1 from sessions s where s.id = $2 and s.user_id = $1 and s.expires_at > $3) or "
        "exists (select 1 from identities i where i.id = $2 and i.user_id = $1) or "
        "exists (select 1 from access_tokens t where t.id = $2 and t.user_id = $1 and "
        "(t.expires_at is null or t.expires_at > $3)))",
        owner, credential_id, now, false);
    if (!found) return std::unexpected(found.error());
    return found->has_value();
}

Result<void> add_access_token(sql::Connection& c, std::string_view owner, const AccessToken& t,
                              std::string_view token_hash) {
    return nothing(c.run(
        "insert into access_tokens (id, user_id, name, token_hash, hint, created_at, expires_at, scope) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8)",
        t.id, owner, t.name, token_hash, t.hint, t.created_at, t.expires_at, t.scope));
}

Result<std::optional<Bearer>> find_access_token(sql::Connection& c, std::string_view token_hash,
                                                Timestamp now) {
    return c.row<Bearer>(
        "select t.user_id, u.role, t.id as credential_id, coalesce(t.last_used_at, t.created_at) as "
        "last_seen_at, t.scope "
        "from access_tokens t join users u on u.id = t.user_id "
        "where t.token_hash = $1 and (t.expires_at is null or t.expires_at > $2) and u.disabled = $3",
        token_hash, now, false);
}

Result<void> touch_access_token(sql::Connection& c, std::string_view id, Timestamp now) {
    return nothing(c.run("update access_tokens set last_used_at = $2 where id = $1", id, now));
}

Result<std::vector<AccessToken>> list_access_tokens(sql::Connection& c, std::string_view owner) {
    return c.rows<AccessToken>(
        "select id, name, hint, created_at, last_used_at, expires_at, scope from access_tokens where user_id "
        "= $1 "
        "order by created_at desc, id desc",
        owner);
}

Result<bool> delete_access_token(sql::Connection& c, std::string_view owner, std::string_view id) {
    return one(told(c, owner, c.run("delete from access_tokens where user_id = $1 and id = $2", owner, id)));
}

Result<std::int64_t> delete_access_tokens(sql::Connection& c, std::string_view owner) {
    return told(c, owner, c.run("delete from access_tokens where user_id = $1", owner));
}

Result<std::optional<LoginFailures>> find_login_failures(sql::Connection& c, std::string_view subject) {
    return c.row<LoginFailures>("select failures, window_began_at from login_failures where subject = $1",
                                subject);
}

Result<void> add_login_failure(sql::Connection& c, std::string_view subject, Timestamp now,
                               Timestamp window_start) {
    return nothing(
        c.run("insert into login_failures (subject, failures, window_began_at) values ($1, 1, $2) "
              "on conflict (subject) do update set "
              "failures = case when login_failures.window_began_at < $3 then 1 else login_failures.failures "
              "+ 1 end, "
              "window_began_at = case when login_failures.window_began_at < $3 then $2 else "
              "login_failures.window_began_at end",
              subject, now, window_start));
}

Result<void> clear_login_failures(sql::Connection& c, std::string_view subject) {
    return nothing(c.run("delete from login_failures where subject = $1", subject));
}

}  // namespace headway::store
