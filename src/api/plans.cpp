// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/plans.hpp"

namespace headway::api {
namespace {

using Limits = std::array<std::int64_t, quota_kinds.size()>;

constexpr std::int64_t megabyte = 1'000'000;

//                            resumes, jobs, notes, storage_bytes, reports, learning, fetches, answers
constexpr Limits free_plan = {20, 2'000, 2'000, 200 * megabyte, 50, 50, 10, 100};
constexpr Limits plus_plan = {200, 50'000, 20'000, 2'000 * megabyte, 500, 500, 100, 1'000};

}  // namespace

std::optional<std::size_t> find_quota_kind(std::string_view name) {
    for (std::size_t i = 0; i < quota_kinds.size(); ++i) {
        if (quota_kinds[i].name == name) return i;
    }
    return std::nullopt;
}

std::optional<std::int64_t> limit_of(std::string_view plan, std::size_t kind) {
    if (plan == "host") return std::nullopt;
    return plan == "plus" ? plus_plan[kind] : free_plan[kind];
}

std::string_view plan_of(const store::User& user, Date today) {
    if (user.renews_on && today >= *user.renews_on) return "free";
    return user.plan;
}

}  // namespace headway::api
