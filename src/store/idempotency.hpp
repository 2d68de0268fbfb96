// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// Answers that are kept so that a request sent twice is done once.
namespace headway::store {

struct KeptAnswer {
    std::string request_hash;
    std::optional<std::int64_t> status;  ///< None while the first request is under way; `carried_out`.
    std::string response;                ///< JSON of the answer, as the caller wrote it.
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(KeptAnswer, (), (request_hash, status, response, created_at))

/// Instead of a status: the request did its work, and its answer has not been kept (yet).
inline constexpr std::int64_t carried_out = 0;

/// What names an intent.
struct IntentKey {
    std::string_view owner;
    std::string_view route;
    std::string_view key;
};

/// Takes the key for a request that begins now. False when it is taken; one begun before `stale` and never
/// finished, or kept longer than until `forgotten`, counts as free.
[[nodiscard]] Result<bool> begin_once(sql::Connection& c, const IntentKey& key, std::string_view request_hash,
                                      Timestamp now, Timestamp stale, Timestamp forgotten);
/// In the transaction that does what was asked for: from here on the key is not free again, whatever happens
/// before the answer is kept.
[[nodiscard]] Result<void> mark_carried_out(sql::Connection& c, const IntentKey& key);
[[nodiscard]] Result<std::optional<KeptAnswer>> find_kept_answer(sql::Connection& c, const IntentKey& key);
[[nodiscard]] Result<void> keep_answer(sql::Connection& c, const IntentKey& key, std::int64_t status,
                                       std::string_view response);
/// The request failed and may be sent again.
[[nodiscard]] Result<void> release_once(sql::Connection& c, const IntentKey& key);

}  // namespace headway::store
