// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idempotency.hpp"

namespace headway::store {
namespace {

Result<void> nothing(const Result<std::int64_t>& done) {
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace

Result<bool> begin_once(sql::Connection& c, const IntentKey& k, std::string_view request_hash, Timestamp now,
                        Timestamp stale, Timestamp forgotten) {
    const auto cleared = c.run(
        "delete from idempotency_keys where user_id = $1 and route = $2 and key = $3 and "
        "((status is null and created_at < $4) or created_at < $5)",
        k.owner, k.route, k.key, stale, forgotten);
    if (!cleared) return std::unexpected(cleared.error());
    const auto taken = c.run(
        "insert into idempotency_keys (user_id, route, key, request_hash, response, created_at) "
        "values ($1, $2, $3, $4, '', $5) on conflict (user_id, route, key) do nothing",
        k.owner, k.route, k.key, request_hash, now);
    if (!taken) return std::unexpected(taken.error());
    return *taken == 1;
}

Result<std::optional<KeptAnswer>> find_kept_answer(sql::Connection& c, const IntentKey& k) {
    return c.row<KeptAnswer>(
        "select request_hash, status, response, created_at from idempotency_keys "
        "where user_id = $1 and route = $2 and key = $3",
        k.owner, k.route, k.key);
}

Result<void> mark_carried_out(sql::Connection& c, const IntentKey& k) {
    return nothing(
        c.run("update idempotency_keys set status = $4 "
              "where user_id = $1 and route = $2 and key = $3 and status is null",
              k.owner, k.route, k.key, carried_out));
}

Result<void> keep_answer(sql::Connection& c, const IntentKey& k, std::int64_t status,
                         std::string_view response) {
    return nothing(
        c.run("update idempotency_keys set status = $4, response = $5 "
              "where user_id = $1 and route = $2 and key = $3",
              k.owner, k.route, k.key, status, response));
}

Result<void> release_once(sql::Connection& c, const IntentKey& k) {
    return nothing(c.run("delete from idempotency_keys where user_id = $1 and route = $2 and key = $3",
                         k.owner, k.route, k.key));
}

}  // namespace headway::store
