// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/input.hpp"
#include "api/learn.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_learning.hpp"
#include "api/wire_run.hpp"
#include "flows/advise_learning.hpp"
#include "flows/check_address.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

using http::Method;

struct AdviseRequest {
    std::string gap_report_id;
};
BOOST_DESCRIBE_STRUCT(AdviseRequest, (), (gap_report_id))

/// The id of the run: a new one that is counted, or one of the same that has not ended.
Answer<std::string> queue_or_join(const Parts& parts, sql::Connection& c, const store::Run& run,
                                  bool counts) {
    if (auto locked = store::lock_holdings(c, run.user_id); !locked) return pass_on(locked);
    const auto before = store::latest_run(c, run.user_id, run.kind, run.subject_id.value_or(""));
    if (!before) return std::unexpected(before.error());
    if (*before && ((*before)->state == "queued" || (*before)->state == "running")) return (*before)->id;
    if (counts) {
        if (auto ok = use_quota(parts, c, run.user_id, "learning_per_day", 1); !ok) return pass_on(ok);
    }
    if (auto added = store::add_run(c, run); !added) return pass_on(added);
    return run.id;
}

Answer<Response> reply_of(const Parts& parts, const std::string& owner, const std::string& run_id) {
    const auto ended = wait_for(parts, owner, run_id);
    if (!ended) return std::unexpected(ended.error());
    if (ended->state == "failed")
        return http::refuse(503, ErrorCode::unavailable, ended->reason.value_or("it did not work"));
    const bool ready = ended->state == "ready";
    return http::json_reply(
        ready ? 200 : 202,
        LearningRunWire{result_of(*ended).learning_item_ids.value_or(std::vector<std::string>()), run_id,
                        ended->state});
}

Answer<Response> advise(const Parts& parts, const Call& call) {
    const auto body = call.body<AdviseRequest>();
    if (!body) return std::unexpected(body.error());
    const std::string& owner = call.caller.user_id;
    // What is there already is not counted.
    const auto advised = read(parts, [&](sql::Connection& c) -> Answer<bool> {
        const auto source =
            flows::load_advice_source(c, parts.knowledge, owner, date_of(parts.clock()), body->gap_report_id);
        if (!source) return std::unexpected(source.error());
        const auto model = flows::model_of(c, parts.models, owner);
        if (!model) return std::unexpected(model.error());
        if (model->source == flows::ModelSource::none)
            return http::refuse(409, ErrorCode::conflict, "no language model is set up", {},
                                "Set one up first");
        return flows::is_advised(source->question.items,
                                 flows::advice_hash(source->question, model->endpoint.model));
    });
    if (!advised) return std::unexpected(advised.error());
    const store::Run run = make_run(parts, owner, "advise_learning", body->gap_report_id,
                                    json::to_json(flows::AdviceInput{body->gap_report_id}));
    const auto queued =
        write(parts, [&](sql::Connection& c) { return queue_or_join(parts, c, run, !*advised); });
    if (!queued) return std::unexpected(queued.error());
    return reply_of(parts, owner, *queued);
}

Answer<Response> check_url(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    const std::string id(call.path_value("learning_item_id"));
    const store::Run run =
        make_run(parts, owner, "check_learning_url", id, json::to_json(flows::CheckInput{id}));
    const auto queued = write(parts, [&](sql::Connection& c) -> Answer<std::string> {
        const auto item =
            or_not_found(store::find_learning_item(c, owner, id), "there is no such learning item");
        if (!item) return std::unexpected(item.error());
        if (!item->url_state)
            return http::refuse(409, ErrorCode::conflict,
                                "only addresses that a language model named are looked at");
        return queue_or_join(parts, c, run, true);
    });
    if (!queued) return std::unexpected(queued.error());
    return reply_of(parts, owner, *queued);
}

}  // namespace

void add_learning_advice_routes(http::Router& router, const Parts& parts) {
    add_once(router, parts,
             {.method = Method::post, .pattern = "/api/learn/advise", .handler = with(parts, advise)});
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/learn/{learning_item_id}/check-url",
              .handler = with(parts, check_url)});
}

}  // namespace headway::api
