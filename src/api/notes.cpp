// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/notes.hpp"

#include "api/excerpt.hpp"
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/quotas.hpp"
#include "api/searching.hpp"
#include "base/id.hpp"
#include "store/chats.hpp"
#include "store/events.hpp"
#include "store/gap_reports.hpp"
#include "store/jobs.hpp"
#include "store/notes.hpp"
#include "store/tasks.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_body = 20'000;
constexpr std::size_t body_limit = 131'072;

struct NoteWire {
    std::string id;
    std::string title;
    std::string body;
    std::optional<std::string> task_id;
    std::optional<std::string> job_id;
    std::optional<std::string> gap_report_id;
    std::optional<std::string> message_id;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NoteWire, (),
                      (id, title, body, task_id, job_id, gap_report_id, message_id, created_at, updated_at,
                       version))

struct NoteSummaryWire {
    std::string id;
    std::string title;
    std::string excerpt;
    std::optional<std::string> task_id;
    std::optional<std::string> job_id;
    std::optional<std::string> gap_report_id;
    std::optional<std::string> message_id;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NoteSummaryWire, (),
                      (id, title, excerpt, task_id, job_id, gap_report_id, message_id, created_at, updated_at,
                       version))

struct NewNote {
    std::optional<std::string> title;
    std::string body;
    std::optional<std::string> task_id;
    std::optional<std::string> job_id;
    std::optional<std::string> gap_report_id;
    std::optional<std::string> message_id;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (title, body, task_id, job_id, gap_report_id, message_id))

struct NoteChange {
    std::optional<std::string> title;
    std::optional<std::string> body;
    json::Patch<std::string> task_id;
    json::Patch<std::string> job_id;
    json::Patch<std::string> gap_report_id;
    json::Patch<std::string> message_id;
};
BOOST_DESCRIBE_STRUCT(NoteChange, (), (title, body, task_id, job_id, gap_report_id, message_id))

/// The cursor's content.
struct NoteKey {
    std::int64_t updated_at = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(NoteKey, (), (updated_at, id))

Response reply(int status, const store::Note& n) {
    return versioned_reply(status,
                           NoteWire{n.id, n.title, n.body, n.task_id, n.job_id, n.report_id, n.message_id,
                                    to_string(n.created_at), to_string(n.updated_at), n.version},
                           n.version);
}

Answer<store::Note> get_note(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_note(c, call.caller.user_id, call.path_value("note_id")),
                        "there is no such note");
}

/// That a link leads to something of the caller's own, or that they may see.
template <class T>
Answer<void> check_link(const char* field, const Result<std::optional<T>>& found) {
    if (!found) return std::unexpected(found.error());
    if (!*found)
        return std::unexpected(Error{ErrorCode::invalid, "there is nothing with this id", field, {}});
    return {};
}

/// A job that it has had is no longer asked for: an administrator may have made it private meanwhile.
enum class JobIs : std::uint8_t { as_before, chosen_now };

Answer<void> check(sql::Connection& c, const std::string& owner, const store::Note& n, JobIs job_is) {
    if (auto ok = check_text("title", n.title, 0, longest_title); !ok) return pass_on(ok);
    if (auto ok = check_text("body", n.body, 1, longest_body); !ok) return pass_on(ok);
    if (n.task_id) {
        if (auto ok = check_link("task_id", store::find_task(c, owner, *n.task_id)); !ok) return ok;
    }
    if (n.job_id && job_is == JobIs::chosen_now) {
        if (auto ok = check_link("job_id", store::find_job(c, owner, *n.job_id)); !ok) return ok;
    }
    if (n.report_id) {
        if (auto ok = check_link("gap_report_id", store::find_gap_report(c, owner, *n.report_id)); !ok)
            return ok;
    }
    if (n.message_id) {
        if (auto ok = check_link("message_id", store::find_message(c, owner, *n.message_id)); !ok) return ok;
    }
    return {};
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok =
            call.only_query({"q", "task_id", "job_id", "gap_report_id", "message_id", "limit", "cursor"});
        !ok)
        return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    store::NoteFilter filter;
    auto words = searched_words(call);
    if (!words) return pass_on(words);
    filter.words = std::move(*words);
    filter.task_id = call.query_value("task_id").value_or("");
    filter.job_id = call.query_value("job_id").value_or("");
    filter.report_id = call.query_value("gap_report_id").value_or("");
    filter.message_id = call.query_value("message_id").value_or("");
    std::string name = "notes " + call.caller.user_id;
    for (const char* p : {"q", "task_id", "job_id", "gap_report_id", "message_id"})
        name += "|" + call.query_value(p).value_or("");
    const auto key = http::read_cursor<NoteKey>(parts.cursors, name, *page);
    if (!key) return std::unexpected(key.error());
    std::optional<store::NotePlace> after;
    if (*key) after = store::NotePlace{{(*key)->updated_at}, (*key)->id};
    auto notes = parts.database.read([&](sql::Connection& c) {
        return store::list_notes(c, call.caller.user_id, filter, after, page->limit + 1);
    });
    if (!notes) return pass_on(notes);
    List<NoteSummaryWire> out;
    if (notes->size() > page->limit) {
        notes->resize(page->limit);
        out.next_cursor = http::make_cursor(parts.cursors, name,
                                            NoteKey{notes->back().updated_at.micros, notes->back().id});
    }
    for (const store::Note& n : *notes) {
        out.items.push_back({n.id, n.title, excerpt_of(plain_text(n.body), filter.words), n.task_id, n.job_id,
                             n.report_id, n.message_id, to_string(n.created_at), to_string(n.updated_at),
                             n.version});
    }
    return list_reply(out);
}

/// The person's other pages read the note anew.
Answer<void> told(sql::Connection& c, const std::string& owner, const std::string& id, Timestamp at) {
    if (auto done = store::add_event(c, owner, "note", id, at); !done) return pass_on(done);
    return {};
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<NewNote>();
    if (!body) return std::unexpected(body.error());
    const Timestamp now = parts.clock();
    const store::Note note{
        make_uuid(),         body->title.value_or(""), body->body, body->task_id, body->job_id,
        body->gap_report_id, body->message_id,         1,          now,           now};
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        return add_note(parts, c, call.caller.user_id, note);
    });
    if (!added) return pass_on(added);
    Response out = reply(201, note);
    out.set_header("Location", "/api/notes/" + note.id);
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto note = read(parts, [&](sql::Connection& c) { return get_note(c, call); });
    if (!note) return std::unexpected(note.error());
    return reply(200, *note);
}

Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<NoteChange>();
    if (!body) return std::unexpected(body.error());
    const std::string& owner = call.caller.user_id;
    const auto note = write(parts, [&](sql::Connection& c) -> Answer<store::Note> {
        auto n = get_note(c, call);
        if (!n) return n;
        if (auto ok = http::check_if_match(call, http::etag_of(n->version)); !ok) return pass_on(ok);
        if (body->title) n->title = *body->title;
        if (body->body) n->body = *body->body;
        if (body->task_id) n->task_id = *body->task_id;
        if (body->job_id) n->job_id = *body->job_id;
        if (body->gap_report_id) n->report_id = *body->gap_report_id;
        if (body->message_id) n->message_id = *body->message_id;
        const JobIs job_is = body->job_id ? JobIs::chosen_now : JobIs::as_before;
        if (auto ok = check(c, owner, *n, job_is); !ok) return pass_on(ok);
        n->updated_at = parts.clock();
        const std::string words = search_words({n->title, n->body});
        if (auto ok = or_conflict(store::change_note(c, owner, *n, words)); !ok) return pass_on(ok);
        if (auto ok = told(c, call.caller.user_id, n->id, n->updated_at); !ok) return pass_on(ok);
        ++n->version;
        return n;
    });
    if (!note) return std::unexpected(note.error());
    return reply(200, *note);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto n = get_note(c, call);
        if (!n) return std::unexpected(n.error());
        if (auto ok = http::check_if_match(call, http::etag_of(n->version)); !ok) return ok;
        if (auto ok = or_conflict(store::delete_note(c, call.caller.user_id, n->id)); !ok) return ok;
        return told(c, call.caller.user_id, n->id, parts.clock());
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

}  // namespace

Answer<void> add_note(const Parts& parts, sql::Connection& c, const std::string& owner,
                      const store::Note& note) {
    if (auto ok = check(c, owner, note, JobIs::chosen_now); !ok) return ok;
    if (auto ok = use_quota(parts, c, owner, "notes", 1); !ok) return ok;
    if (auto a = store::add_note(c, owner, note, search_words({note.title, note.body})); !a)
        return pass_on(a);
    return told(c, owner, note.id, note.created_at);
}

void add_note_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/notes", .handler = with(parts, list)});
    router.add({.method = Method::post,
                .pattern = "/api/notes",
                .handler = with(parts, create),
                .body_limit = body_limit});
    router.add({.method = Method::get, .pattern = "/api/notes/{note_id}", .handler = with(parts, show)});
    router.add({.method = Method::patch,
                .pattern = "/api/notes/{note_id}",
                .handler = with(parts, change),
                .body_limit = body_limit});
    router.add(
        {.method = Method::delete_, .pattern = "/api/notes/{note_id}", .handler = with(parts, remove)});
}

}  // namespace headway::api
