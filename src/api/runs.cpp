// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/runs.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/quotas.hpp"
#include "api/wire_run.hpp"

namespace headway::api {
namespace {

using http::Method;

/// What a run counts for when it is tried again: what asks others is no less of a burden the second time, and
/// nothing else would keep a person from it.
std::string_view quota_of_retry(std::string_view kind) {
    if (kind == "fetch_jobs") return "fetches_per_day";
    if (kind == "advise_learning" || kind == "check_learning_url") return "learning_per_day";
    return {};
}

Answer<store::Run> get_run(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_run(c, call.caller.user_id, call.path_value("run_id")),
                        "there is no such run");
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor", "kind", "state"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string kind = call.query_value("kind").value_or("");
    std::string states;
    for (const std::string& state : call.query_values("state")) {
        if (auto ok = check_word("state", state, {"queued", "running", "ready", "failed", "cancelled"}); !ok)
            return pass_on(ok);
        states += states.empty() ? state : " " + state;
    }
    const std::string name = "runs " + call.caller.user_id + " " + kind + " " + states;
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    auto runs = parts.database.read([&](sql::Connection& c) {
        return store::list_runs(c, call.caller.user_id, kind, states, *before, page->limit + 1);
    });
    if (!runs) return pass_on(runs);
    return list_reply(make_page<RunWire>(
        parts, name, std::move(*runs), page->limit, to_wire, +[](const store::Run& r) { return r.id; }));
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto run = read(parts, [&](sql::Connection& c) { return get_run(c, call); });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(200, to_wire(*run));
}

Answer<Response> cancel(const Parts& parts, const Call& call) {
    const auto run = write(parts, [&](sql::Connection& c) -> Answer<store::Run> {
        auto r = get_run(c, call);
        if (!r) return r;
        if (r->kind == "erase")
            return http::refuse(409, ErrorCode::conflict, "an erasure cannot be cancelled");
        const auto cancelled = store::cancel_run(c, call.caller.user_id, r->id, parts.clock());
        if (!cancelled) return std::unexpected(cancelled.error());
        if (!*cancelled) return http::refuse(409, ErrorCode::conflict, "this run has ended");
        return get_run(c, call);
    });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(200, to_wire(*run));
}

Answer<Response> retry(const Parts& parts, const Call& call) {
    const auto run = write(parts, [&](sql::Connection& c) -> Answer<store::Run> {
        auto r = get_run(c, call);
        if (!r) return r;
        const std::string_view quota = quota_of_retry(r->kind);
        if (!quota.empty() && r->can_retry) {
            if (auto ok = use_quota(parts, c, call.caller.user_id, quota, 1); !ok) return pass_on(ok);
        }
        const auto queued = store::retry_run(c, call.caller.user_id, r->id, parts.clock());
        if (!queued) return std::unexpected(queued.error());
        if (!*queued) return http::refuse(409, ErrorCode::conflict, "this run cannot be tried again");
        return get_run(c, call);
    });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(202, to_wire(*run));
}

}  // namespace

void add_run_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/runs", .handler = with(parts, list), .quick = true});
    router.add({.method = Method::get,
                .pattern = "/api/runs/{run_id}",
                .handler = with(parts, show),
                .quick = true});
    router.add(
        {.method = Method::post, .pattern = "/api/runs/{run_id}/cancel", .handler = with(parts, cancel)});
    router.add(
        {.method = Method::post, .pattern = "/api/runs/{run_id}/retry", .handler = with(parts, retry)});
}

}  // namespace headway::api
