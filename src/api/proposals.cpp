// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proposals.hpp"

#include "api/confirming.hpp"
#include "api/input.hpp"
#include "api/wire_proposal.hpp"
#include "base/id.hpp"
#include "store/credentials.hpp"
#include "store/events.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::int64_t most_open = 100;
constexpr std::size_t body_limit = 512 * 1024;

struct NewProposal {
    std::string action;
    std::optional<std::string> title;
    std::optional<std::string> text;
    std::optional<std::string> company;
    std::optional<std::string> url;
    std::optional<std::string> due_on;
    std::optional<std::string> job_id;
    std::optional<std::string> resume_id;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (), (action, title, text, company, url, due_on, job_id, resume_id))

Answer<store::Proposal> get_proposal(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_proposal(c, call.caller.user_id, call.path_value("proposal_id")),
                        "there is no such proposal");
}

std::unexpected<http::Refusal> wrong(const char* field, const char* what) {
    return std::unexpected(http::Refusal(Error{ErrorCode::invalid, what, field, {}}));
}

/// What each action needs, and no more than it takes.
Answer<void> check_shape(const store::Proposal& p) {
    if (auto ok = check_word("action", p.action,
                             {"create_task", "save_note", "add_job", "save_job", "start_report"});
        !ok)
        return pass_on(ok);
    const bool task = p.action == "create_task";
    const bool job = p.action == "add_job";
    const bool about_job = p.action == "save_job" || p.action == "start_report";
    const std::size_t longest = job ? 100'000 : 4'000;
    const bool named = task || job || p.action == "save_note";
    if (auto ok = check_text("title", p.title, named ? 1 : 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_text("text", p.text, 0, longest); !ok) return pass_on(ok);
    if (auto ok = check_text("company", p.company, 0, 200); !ok) return pass_on(ok);
    if (about_job && !p.job_id) return wrong("job_id", "this action needs a job");
    if (job && p.job_id) return wrong("job_id", "a job that is added has no id yet");
    if (p.resume_id && p.action != "start_report") return wrong("resume_id", "only reports take a résumé");
    if (p.due_on && !task) return wrong("due_on", "only tasks take a day");
    if (!job && !p.company.empty()) return wrong("company", "only jobs that are added take a company");
    if (!job && !p.url.empty()) return wrong("url", "only jobs that are added take an address");
    return job ? check_job_address(p.url) : Answer<void>();
}

/// That it is about something that the person can see.
Answer<void> check_links(sql::Connection& c, const std::string& owner, const store::Proposal& p) {
    if (p.job_id) {
        const auto job = store::find_job(c, owner, *p.job_id);
        if (!job) return std::unexpected(job.error());
        if (!*job) return wrong("job_id", "there is nothing with this id");
    }
    if (p.resume_id) {
        const auto resume = store::find_resume(c, owner, *p.resume_id);
        if (!resume) return std::unexpected(resume.error());
        if (!*resume) return wrong("resume_id", "there is nothing with this id");
    }
    return {};
}

/// Who proposes: the token by its name, or the person's own browser.
Answer<std::string> maker_of(sql::Connection& c, const Call& call) {
    if (!call.caller.by_token) return std::string("web");
    const auto tokens = store::list_access_tokens(c, call.caller.user_id);
    if (!tokens) return std::unexpected(tokens.error());
    for (const store::AccessToken& t : *tokens) {
        if (t.id == call.caller.session_id) return t.name;
    }
    return std::string("token");
}

Answer<Response> reply(const Parts& parts, int status, const std::string& owner, const store::Proposal& p) {
    auto wire = parts.database.read([&](sql::Connection& c) { return wire_of(c, owner, p); });
    if (!wire) return pass_on(wire);
    return http::json_reply(status, *wire);
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"state", "limit", "cursor"}); !ok) return pass_on(ok);
    const std::string state = call.query_value("state").value_or("");
    if (!state.empty()) {
        if (auto ok = check_word("state", state, {"open", "confirmed", "dismissed"}); !ok) return pass_on(ok);
    }
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string& owner = call.caller.user_id;
    const std::string name = "proposals " + owner + "|" + state;
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto found = store::list_proposals(c, owner, state, *before, page->limit + 1);
        if (!found) return pass_on(found);
        List<ProposalWire> out;
        if (found->size() > page->limit) {
            found->resize(page->limit);
            out.next_cursor = http::make_cursor(parts.cursors, name, found->back().id);
        }
        for (const store::Proposal& p : *found) {
            auto wire = wire_of(c, owner, p);
            if (!wire) return pass_on(wire);
            out.items.push_back(std::move(*wire));
        }
        return list_reply(out);
    });
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<NewProposal>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_id("job_id", body->job_id); !ok) return pass_on(ok);
    if (auto ok = check_id("resume_id", body->resume_id); !ok) return pass_on(ok);
    const auto due = check_date("due_on", body->due_on);
    if (!due) return std::unexpected(due.error());
    store::Proposal p;
    p.id = make_uuid();
    p.origin = "agent";
    p.action = body->action;
    p.title = body->title.value_or("");
    p.text = body->text.value_or("");
    p.company = body->company.value_or("");
    p.url = body->url.value_or("");
    p.due_on = *due;
    p.job_id = body->job_id;
    p.resume_id = body->resume_id;
    p.created_at = parts.clock();
    if (auto ok = check_shape(p); !ok) return pass_on(ok);
    const std::string& owner = call.caller.user_id;
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check_links(c, owner, p); !ok) return ok;
        const auto open = store::count_open_proposals(c, owner);
        if (!open) return std::unexpected(open.error());
        if (*open >= most_open)
            return http::refuse(409, ErrorCode::conflict, "100 proposals wait for an answer already", {},
                                "Confirm or dismiss some first");
        auto maker = maker_of(c, call);
        if (!maker) return pass_on(maker);
        p.maker = std::move(*maker);
        if (auto done = store::add_proposal(c, owner, p); !done) return pass_on(done);
        if (auto e = store::add_event(c, owner, "proposal", p.id, p.created_at); !e) return pass_on(e);
        return {};
    });
    if (!added) return pass_on(added);
    return reply(parts, 201, owner, p);
}

Answer<Response> confirm(const Parts& parts, const Call& call) {
    const auto found = read(parts, [&](sql::Connection& c) { return get_proposal(c, call); });
    if (!found) return std::unexpected(found.error());
    auto done = confirm_proposal(parts, call.caller.user_id, *found);
    if (!done) return pass_on(done);
    return reply(parts, 200, call.caller.user_id, *done);
}

Answer<Response> dismiss(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    auto p = write(parts, [&](sql::Connection& c) -> Answer<store::Proposal> {
        auto found = get_proposal(c, call);
        if (!found || found->state == "dismissed") return found;
        if (auto ok = end_proposal(parts, c, owner, *found, "dismissed", {}); !ok) return pass_on(ok);
        return found;
    });
    if (!p) return pass_on(p);
    return reply(parts, 200, owner, *p);
}

}  // namespace

void add_proposal_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/proposals", .handler = with(parts, list)});
    router.add({.method = Method::post,
                .pattern = "/api/proposals",
                .handler = with(parts, create),
                .body_limit = body_limit});
    router.add({.method = Method::post,
                .pattern = "/api/proposals/{proposal_id}/confirm",
                .handler = with(parts, confirm)});
    router.add({.method = Method::post,
                .pattern = "/api/proposals/{proposal_id}/dismiss",
                .handler = with(parts, dismiss)});
}

}  // namespace headway::api
