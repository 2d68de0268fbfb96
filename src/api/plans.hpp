// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "store/users.hpp"

/// What the plans allow. The one table of limits.
namespace headway::api {

/// What is limited.
struct QuotaKind {
    std::string_view name;
    bool daily = false;  ///< Lapses at midnight UTC; others count what is there.
};
inline constexpr std::array<QuotaKind, 8> quota_kinds = {{{"resumes", false},
                                                          {"jobs", false},
                                                          {"notes", false},
                                                          {"storage_bytes", false},
                                                          {"reports_per_day", true},
                                                          {"learning_per_day", true},
                                                          {"fetches_per_day", true},
                                                          {"answers_per_day", true}}};
/// The place in quota_kinds; none for another word.
[[nodiscard]] std::optional<std::size_t> find_quota_kind(std::string_view name);

/// What a plan allows of a kind, by its place; none: without limit. An unknown plan is like free.
[[nodiscard]] std::optional<std::int64_t> limit_of(std::string_view plan, std::size_t kind);

/// The plan of today: free from the day on which a paid one was to be renewed.
[[nodiscard]] std::string_view plan_of(const store::User& user, Date today);

}  // namespace headway::api
