// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/quotas.hpp"

#include <array>
#include <fmt/format.h>

#include "api/plans.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

std::int64_t held(const store::Holdings& h, std::string_view name) {
    if (name == "resumes") return h.resumes;
    if (name == "jobs") return h.jobs;
    if (name == "notes") return h.notes;
    return h.storage_bytes;
}

/// The limit that holds for a person: their own, else that of the plan.
std::optional<std::int64_t> limit_for(const std::vector<store::QuotaLimit>& own, std::string_view plan,
                                      std::size_t kind) {
    for (const store::QuotaLimit& l : own) {
        if (l.name == quota_kinds[kind].name) return l.most;
    }
    return limit_of(plan, kind);
}

/// As a person says it.
std::string_view spoken(std::size_t kind) {
    constexpr std::array<std::string_view, quota_kinds.size()> words = {
        "résumés",
        "jobs of one's own",
        "notes",
        "bytes of résumés",
        "gap reports on one day",
        "learning plans on one day",
        "job fetches on one day",
        "answers of the language model on one day"};
    return words[kind];
}

Timestamp next_day(Timestamp now) {
    return start_of(date_of(now) + std::chrono::days(1));
}

std::unexpected<http::Refusal> over_daily(std::size_t kind, std::int64_t limit, Timestamp now) {
    const Timestamp resets_at = next_day(now);
    http::Refusal refusal(
        429, Error{ErrorCode::rate_limited, fmt::format("the plan allows {} {}", limit, spoken(kind)),
                   std::string(quota_kinds[kind].name), "Go on after " + to_string(resets_at)});
    const std::int64_t seconds = (resets_at - now).count() / 1'000'000 + 1;
    refusal.headers.emplace_back("Retry-After", std::to_string(seconds));
    refusal.headers.emplace_back("RateLimit-Limit", std::to_string(limit));
    refusal.headers.emplace_back("RateLimit-Remaining", "0");
    refusal.headers.emplace_back("RateLimit-Reset", std::to_string(seconds));
    return std::unexpected(std::move(refusal));
}

}  // namespace

Result<std::vector<QuotaWire>> quotas_of(const Parts& parts, sql::Connection& c, const store::User& user) {
    const Timestamp now = parts.clock();
    const auto own = store::list_quota_limits(c, user.id);
    if (!own) return std::unexpected(own.error());
    const auto holdings = store::count_holdings(c, user.id);
    if (!holdings) return std::unexpected(holdings.error());
    const auto today = store::list_quota_use(c, user.id, date_of(now));
    if (!today) return std::unexpected(today.error());
    const std::string_view plan = plan_of(user, date_of(now));
    std::vector<QuotaWire> out;
    for (std::size_t i = 0; i < quota_kinds.size(); ++i) {
        const auto& [name, daily] = quota_kinds[i];
        QuotaWire w{std::string(name), limit_for(*own, plan, i), 0, {}};
        if (daily) {
            w.resets_at = to_string(next_day(now));
            for (const store::QuotaUse& u : *today) {
                if (u.kind == name) w.used = u.used;
            }
        } else {
            w.used = held(*holdings, name);
        }
        out.push_back(std::move(w));
    }
    return out;
}

Answer<void> use_quota(const Parts& parts, sql::Connection& c, std::string_view user, std::string_view name,
                       std::int64_t amount) {
    const auto kind = find_quota_kind(name);
    if (!kind)
        return std::unexpected(Error{ErrorCode::internal, "there is no quota " + std::string(name), {}, {}});
    const Timestamp now = parts.clock();
    const bool daily = quota_kinds[*kind].daily;
    if (!daily) {
        if (auto locked = store::lock_holdings(c, user); !locked) return pass_on(locked);
    }
    const auto account = or_not_found(store::find_user(c, user), "there is no such account");
    if (!account) return std::unexpected(account.error());
    const auto own = store::list_quota_limits(c, user);
    if (!own) return std::unexpected(own.error());
    const auto limit = limit_for(*own, plan_of(*account, date_of(now)), *kind);
    if (daily) {
        const auto used = store::add_quota_use(c, user, name, date_of(now), amount);
        if (!used) return std::unexpected(used.error());
        if (limit && *used > *limit) return over_daily(*kind, *limit, now);
        return {};
    }
    if (!limit) return {};
    const auto holdings = store::count_holdings(c, user);
    if (!holdings) return std::unexpected(holdings.error());
    if (held(*holdings, name) + amount > *limit)
        return http::refuse(403, ErrorCode::forbidden,
                            fmt::format("the plan allows {} {}", *limit, spoken(*kind)), std::string(name),
                            "Delete some first, or ask the administrator for more");
    return {};
}

}  // namespace headway::api
