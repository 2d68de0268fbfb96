// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/chats.hpp"

#include <algorithm>

#include "api/input.hpp"
#include "api/wire_chat.hpp"
#include "base/id.hpp"
#include "store/chats.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_model = 100;

struct NewChat {
    std::optional<std::string> title;
    std::optional<std::string> model;
    std::optional<std::string> job_id;
    std::optional<std::string> resume_id;
    std::optional<std::vector<std::string>> context;
};
BOOST_DESCRIBE_STRUCT(NewChat, (), (title, model, job_id, resume_id, context))

struct ChatChange {
    std::optional<std::string> title;
    std::optional<std::string> model;
    json::Patch<std::string> job_id;
    json::Patch<std::string> resume_id;
    std::optional<std::vector<std::string>> context;
};
BOOST_DESCRIBE_STRUCT(ChatChange, (), (title, model, job_id, resume_id, context))

/// The cursor's content.
struct ChatKey {
    std::int64_t updated_at = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ChatKey, (), (updated_at, id))

Response reply(int status, const store::Chat& t) {
    return versioned_reply(status, to_wire(t), t.version);
}

/// As it is stored; each kind once.
Answer<void> set_context(const std::optional<std::vector<std::string>>& kinds, store::Chat& t) {
    if (!kinds) return {};
    t.context.clear();
    for (std::size_t i = 0; i < kinds->size(); ++i) {
        const std::string& kind = (*kinds)[i];
        if (auto ok = check_word("context", kind, {"report", "resume", "job", "plan", "profile"}); !ok)
            return pass_on(ok);
        if (std::find(kinds->begin(), kinds->begin() + static_cast<std::ptrdiff_t>(i), kind) !=
            kinds->begin() + static_cast<std::ptrdiff_t>(i))
            return std::unexpected(Error{ErrorCode::invalid, "names " + kind + " twice", "context", {}});
        t.context += (t.context.empty() ? "" : " ") + kind;
    }
    return {};
}

/// A job that it has had is no longer asked for: an administrator may have made it private meanwhile.
enum class JobIs : std::uint8_t { as_before, chosen_now };

Answer<void> check(sql::Connection& c, const std::string& owner, const store::Chat& t, JobIs job_is) {
    if (auto ok = check_text("title", t.title, 0, longest_title); !ok) return pass_on(ok);
    if (auto ok = check_text("model", t.model, 0, longest_model); !ok) return pass_on(ok);
    if (!t.job_id || job_is == JobIs::as_before) return {};
    const auto job = store::find_job(c, owner, *t.job_id);
    if (!job) return std::unexpected(job.error());
    if (!*job) return std::unexpected(Error{ErrorCode::invalid, "there is no such job", "job_id", {}});
    return {};
}

/// The résumé that a chat is to rest on.
Answer<void> check_resume(sql::Connection& c, const std::string& owner, const store::Chat& t) {
    if (!t.resume_id) return {};
    const auto resume = store::find_resume(c, owner, *t.resume_id);
    if (!resume) return std::unexpected(resume.error());
    if (!*resume)
        return std::unexpected(Error{ErrorCode::invalid, "there is no such résumé", "resume_id", {}});
    if ((*resume)->state != "ready")
        return std::unexpected(Error{ErrorCode::invalid, "this résumé is not read yet", "resume_id",
                                     "Wait until it is, or choose another"});
    return {};
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"job_id", "limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string job = call.query_value("job_id").value_or("");
    const std::string name = "chats " + call.caller.user_id + "|" + job;
    const auto key = http::read_cursor<ChatKey>(parts.cursors, name, *page);
    if (!key) return std::unexpected(key.error());
    std::optional<store::ChatPlace> after;
    if (*key) after = store::ChatPlace{{(*key)->updated_at}, (*key)->id};
    auto chats = parts.database.read([&](sql::Connection& c) {
        return store::list_chats(c, call.caller.user_id, job, after, page->limit + 1);
    });
    if (!chats) return pass_on(chats);
    return list_reply(make_page<ChatWire>(
        parts, name, std::move(*chats), page->limit, to_wire,
        +[](const store::Chat& t) { return ChatKey{t.updated_at.micros, t.id}; }));
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<NewChat>();
    if (!body) return std::unexpected(body.error());
    const Timestamp now = parts.clock();
    store::Chat chat{
        make_uuid(), body->title.value_or(""), body->model.value_or(""), body->job_id, 1, now, now, 0};
    chat.resume_id = body->resume_id;
    if (auto ok = set_context(body->context, chat); !ok) return pass_on(ok);
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check(c, call.caller.user_id, chat, JobIs::chosen_now); !ok) return ok;
        if (auto ok = check_resume(c, call.caller.user_id, chat); !ok) return ok;
        if (auto a = store::add_chat(c, call.caller.user_id, chat); !a) return pass_on(a);
        return {};
    });
    if (!added) return pass_on(added);
    Response out = reply(201, chat);
    out.set_header("Location", "/api/chats/" + chat.id);
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto chat = read(parts, [&](sql::Connection& c) { return get_chat(c, call); });
    if (!chat) return std::unexpected(chat.error());
    return reply(200, *chat);
}

Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<ChatChange>();
    if (!body) return std::unexpected(body.error());
    const auto chat = write(parts, [&](sql::Connection& c) -> Answer<store::Chat> {
        auto t = get_chat(c, call);
        if (!t) return t;
        if (auto ok = http::check_if_match(call, http::etag_of(t->version)); !ok) return pass_on(ok);
        if (body->title) t->title = *body->title;
        if (body->model) t->model = *body->model;
        if (body->job_id) t->job_id = *body->job_id;
        if (body->resume_id) t->resume_id = *body->resume_id;
        if (auto ok = set_context(body->context, *t); !ok) return pass_on(ok);
        if (body->title) {
            if (auto ok = check_text("title", t->title, 1, longest_title); !ok) return pass_on(ok);
        }
        const JobIs job_is = body->job_id ? JobIs::chosen_now : JobIs::as_before;
        if (auto ok = check(c, call.caller.user_id, *t, job_is); !ok) return pass_on(ok);
        if (body->resume_id) {
            if (auto ok = check_resume(c, call.caller.user_id, *t); !ok) return pass_on(ok);
        }
        t->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_chat(c, call.caller.user_id, *t)); !ok) return pass_on(ok);
        ++t->version;
        return t;
    });
    if (!chat) return std::unexpected(chat.error());
    return reply(200, *chat);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto t = get_chat(c, call);
        if (!t) return std::unexpected(t.error());
        if (auto ok = http::check_if_match(call, http::etag_of(t->version)); !ok) return ok;
        return or_conflict(store::delete_chat(c, call.caller.user_id, t->id));
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

}  // namespace

Answer<store::Chat> get_chat(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_chat(c, call.caller.user_id, call.path_value("chat_id")),
                        "there is no such chat");
}

void add_chat_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/chats", .handler = with(parts, list)});
    router.add({.method = Method::post, .pattern = "/api/chats", .handler = with(parts, create)});
    router.add({.method = Method::get, .pattern = "/api/chats/{chat_id}", .handler = with(parts, show)});
    router.add({.method = Method::patch, .pattern = "/api/chats/{chat_id}", .handler = with(parts, change)});
    router.add(
        {.method = Method::delete_, .pattern = "/api/chats/{chat_id}", .handler = with(parts, remove)});
}

}  // namespace headway::api
