// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/membership.hpp"

#include "api/handler.hpp"
#include "api/plans.hpp"
#include "api/quotas.hpp"
#include "api/wire_user.hpp"

namespace headway::api {
namespace {

struct MembershipWire {
    std::string plan;
    std::optional<std::string> renews_on;
    std::vector<QuotaWire> quotas;
};
BOOST_DESCRIBE_STRUCT(MembershipWire, (), (plan, renews_on, quotas))

Answer<Response> show(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto user = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!user) return std::unexpected(user.error());
        auto quotas = quotas_of(parts, c, *user);
        if (!quotas) return pass_on(quotas);
        const Date today = date_of(parts.clock());
        const bool lapsed = user->renews_on && today >= *user->renews_on;
        return http::json_reply(
            200, MembershipWire{std::string(plan_of(*user, today)),
                                lapsed ? std::nullopt : optional_text(user->renews_on), std::move(*quotas)});
    });
}

}  // namespace

void add_membership_routes(http::Router& router, const Parts& parts) {
    router.add({.method = http::Method::get, .pattern = "/api/membership", .handler = with(parts, show)});
}

}  // namespace headway::api
