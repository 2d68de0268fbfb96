// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/model_usage.hpp"

#include <fmt/format.h>

#include "api/handler.hpp"
#include "store/model_use.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr int months_shown = 12;

struct ModelUseWire {
    std::string month;
    std::string feature;
    std::string source;
    std::string model;
    std::int64_t answers = 0;
    std::int64_t uncounted = 0;
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
};
BOOST_DESCRIBE_STRUCT(ModelUseWire, (),
                      (month, feature, source, model, answers, uncounted, input_tokens, output_tokens))

struct ModelUsageWire {
    std::vector<ModelMonthWire> months;
    std::vector<ModelUseWire> items;
};
BOOST_DESCRIBE_STRUCT(ModelUsageWire, (), (months, items))

/// The first of the months that are shown.
std::string first_month(Timestamp now) {
    const std::string month = store::month_of(date_of(now));
    const int count = std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5)) - months_shown;
    return fmt::format("{:04}-{:02}", count / 12, count % 12 + 1);
}

ModelUsageWire wire_of(const std::vector<store::ModelUse>& rows) {
    ModelUsageWire out;
    for (const store::ModelUse& u : rows) {
        if (out.months.empty() || out.months.back().month != u.month)
            out.months.push_back({.month = u.month});
        ModelMonthWire& sum = out.months.back();
        sum.answers += u.answers;
        sum.uncounted += u.uncounted;
        sum.input_tokens += u.input_tokens;
        sum.output_tokens += u.output_tokens;
        out.items.push_back(
            {u.month, u.feature, u.source, u.model, u.answers, u.uncounted, u.input_tokens, u.output_tokens});
    }
    return out;
}

Answer<Response> show_own(const Parts& parts, const Call& call) {
    const auto rows = parts.database.read([&](sql::Connection& c) {
        return store::list_model_use(c, call.caller.user_id, first_month(parts.clock()), {});
    });
    if (!rows) return std::unexpected(rows.error());
    return http::json_reply(200, wire_of(*rows));
}

/// Of the server's model alone: what a model of one's own took is its owner's affair.
Answer<Response> show_of_account(const Parts& parts, const Call& call) {
    const std::string id(call.path_value("user_id"));
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        if (auto user = or_not_found(store::find_user(c, id), "there is no such account"); !user)
            return std::unexpected(user.error());
        const auto rows = store::list_model_use(c, id, first_month(parts.clock()), "server");
        if (!rows) return std::unexpected(rows.error());
        return http::json_reply(200, wire_of(*rows));
    });
}

}  // namespace

Result<ModelMonthWire> server_model_use(const Parts& parts, sql::Connection& c, const std::string& owner) {
    const auto sum = store::sum_model_use(c, owner, store::month_of(date_of(parts.clock())), "server");
    if (!sum) return std::unexpected(sum.error());
    return ModelMonthWire{sum->month, sum->answers, sum->uncounted, sum->input_tokens, sum->output_tokens};
}

void add_model_usage_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::get, .pattern = "/api/settings/model/usage", .handler = with(parts, show_own)});
    router.add({.method = Method::get,
                .pattern = "/api/admin/users/{user_id}/model-usage",
                .access = http::Access::admin,
                .handler = with(parts, show_of_account)});
}

}  // namespace headway::api
