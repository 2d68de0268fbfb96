// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/learn.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_learning.hpp"
#include "api/wire_run.hpp"
#include "flows/learning.hpp"

namespace headway::api {
namespace {

using http::Method;

struct GenerateRequest {
    std::string gap_report_id;
    std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(GenerateRequest, (), (gap_report_id, limit))

Answer<Response> generate(const Parts& parts, const Call& call) {
    const auto body = call.body<GenerateRequest>();
    if (!body) return std::unexpected(body.error());
    const std::int64_t limit = body->limit.value_or(10);
    if (limit < 1 || limit > 50)
        return std::unexpected(Error{ErrorCode::invalid, "expected 1 to 50", "limit", {}});
    const std::string& owner = call.caller.user_id;
    const store::Run run = make_run(parts, owner, "generate_learning", body->gap_report_id,
                                    json::to_json(flows::LearningInput{body->gap_report_id, limit}));
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto report =
            or_not_found(store::find_gap_report(c, owner, body->gap_report_id), "there is no such report");
        if (!report) return std::unexpected(report.error());
        if (!report->resume_id)
            return http::refuse(409, ErrorCode::conflict, "the résumé of this report is gone");
        // What is there already is not counted.
        const auto there = store::list_learning_items(c, owner, body->gap_report_id, 1);
        if (!there) return std::unexpected(there.error());
        if (there->empty()) {
            if (auto ok = use_quota(parts, c, owner, "learning_per_day", 1); !ok) return pass_on(ok);
        }
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    const auto ended = wait_for(parts, owner, run.id);
    if (!ended) return std::unexpected(ended.error());
    if (ended->state == "failed")
        return http::refuse(503, ErrorCode::unavailable, ended->reason.value_or("nothing could be proposed"));
    return http::json_reply(
        ended->state == "ready" ? 200 : 202,
        LearningRunWire{result_of(*ended).learning_item_ids.value_or(std::vector<std::string>()), run.id,
                        ended->state});
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto item = read(parts, [&](sql::Connection& c) {
        return or_not_found(
            store::find_learning_item(c, call.caller.user_id, call.path_value("learning_item_id")),
            "there is no such learning item");
    });
    if (!item) return std::unexpected(item.error());
    return http::json_reply(200, to_wire(*item, parts.knowledge.catalog));
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"gap_report_id", "skill_id", "kind", "planned", "limit", "cursor"}); !ok)
        return pass_on(ok);
    store::LearningFilter filter;
    filter.report_id = call.query_value("gap_report_id").value_or("");
    filter.skill_id = call.query_value("skill_id").value_or("");
    filter.kind = call.query_value("kind").value_or("");
    if (const auto planned = call.query_value("planned")) {
        if (auto ok = check_word("planned", *planned, {"true", "false"}); !ok) return pass_on(ok);
        filter.planned = *planned == "true";
    }
    std::string name = "learning items " + call.caller.user_id;
    for (const char* p : {"gap_report_id", "skill_id", "kind", "planned"})
        name += "|" + call.query_value(p).value_or("");
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const auto after = http::read_cursor<store::LearningPlace>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    auto items = parts.database.read([&](sql::Connection& c) {
        return store::page_of_learning_items(c, call.caller.user_id, filter, *after, page->limit + 1);
    });
    if (!items) return pass_on(items);
    List<LearningItemWire> out;
    if (items->size() > page->limit) {
        items->resize(page->limit);
        out.next_cursor = http::make_cursor(parts.cursors, name, store::place_of_item(items->back()));
    }
    for (const auto& i : *items) out.items.push_back(to_wire(i, parts.knowledge.catalog));
    return list_reply(out);
}

}  // namespace

void add_learning_routes(http::Router& router, const Parts& parts) {
    add_once(router, parts,
             {.method = Method::post, .pattern = "/api/learn/generate", .handler = with(parts, generate)});
    router.add(
        {.method = Method::get, .pattern = "/api/learn/{learning_item_id}", .handler = with(parts, show)});
    router.add({.method = Method::get, .pattern = "/api/learning-items", .handler = with(parts, list)});
}

}  // namespace headway::api
