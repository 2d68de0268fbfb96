// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "api/chat_sources.hpp"
#include "api/chats.hpp"
#include "api/excerpt.hpp"
#include "api/input.hpp"
#include "api/quotas.hpp"
#include "api/wire_chat.hpp"
#include "base/id.hpp"
#include "flows/chat_prompt.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_message = 20'000;
constexpr std::size_t given_title = 60;   ///< Bytes of the first message that become the title.
constexpr std::size_t most_history = 40;  ///< Messages that a model is told of.
constexpr std::size_t most_behind = 100;

struct NewMessage {
    std::string content;
};
BOOST_DESCRIBE_STRUCT(NewMessage, (), (content))

struct ContextPartWire {
    std::string kind;
    std::optional<std::string> id;
    std::string title;
    std::int64_t lines = 0;
    std::int64_t left_out = 0;
    bool cut = false;
};
BOOST_DESCRIBE_STRUCT(ContextPartWire, (), (kind, id, title, lines, left_out, cut))

struct ContextWire {
    std::vector<ContextPartWire> items;
};
BOOST_DESCRIBE_STRUCT(ContextWire, (), (items))

bool wants_stream(const Call& call) {
    const auto accept = call.request.header("Accept");
    return accept && accept->find("text/event-stream") != std::string_view::npos;
}

Answer<Response> list_messages(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string chat(call.path_value("chat_id"));
    const std::string name = "messages " + call.caller.user_id + "|" + chat;
    const auto after = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        if (const auto t = get_chat(c, call); !t) return std::unexpected(t.error());
        auto found = store::list_messages(c, call.caller.user_id, chat, *after, page->limit + 1);
        if (!found) return pass_on(found);
        const auto proposals = store::proposals_of_chat(c, call.caller.user_id, chat);
        if (!proposals) return std::unexpected(proposals.error());
        auto out = make_page<MessageWire>(
            parts, name, std::move(*found), page->limit, to_wire,
            +[](const store::Message& m) { return m.id; });
        for (const store::Proposal& p : *proposals) {
            const auto of = std::ranges::find(out.items, p.message_id,
                                              [](const MessageWire& m) { return std::optional(m.id); });
            if (of == out.items.end()) continue;
            auto wire = wire_of(c, call.caller.user_id, p);
            if (!wire) return pass_on(wire);
            of->proposals.push_back(std::move(*wire));
        }
        return list_reply(out);
    });
}

Answer<Response> remove_message(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto deleted = store::delete_message(c, call.caller.user_id, call.path_value("chat_id"),
                                                   call.path_value("message_id"));
        if (!deleted) return std::unexpected(deleted.error());
        if (!*deleted)
            return std::unexpected(Error{ErrorCode::not_found, "there is no such message", {}, {}});
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

/// What the model would be given with a question asked now.
Answer<Response> show_context(const Parts& parts, const Call& call) {
    const auto chat = read(parts, [&](sql::Connection& c) { return get_chat(c, call); });
    if (!chat) return std::unexpected(chat.error());
    const auto report = report_of_chat(parts, call.caller.user_id, *chat);
    if (!report) return std::unexpected(report.error());
    const auto context = parts.database.read(
        [&](sql::Connection& c) { return flows::gather_context(c, call.caller.user_id, *chat, *report); });
    if (!context) return std::unexpected(context.error());
    ContextWire out;
    for (const flows::ContextPart& p : context->parts)
        out.items.push_back({p.kind, p.id, p.title, static_cast<std::int64_t>(p.lines),
                             static_cast<std::int64_t>(p.left_out), p.left_out > 0});
    return http::json_reply(200, out);
}

store::Message question_of(const Call& call, const std::string& content, Timestamp now) {
    store::Message out;
    out.id = make_uuid();
    out.chat_id = call.path_value("chat_id");
    out.content = content;
    out.created_at = now;
    return out;
}

store::Message plain_answer(const store::Message& question, std::string text, Timestamp now) {
    store::Message out;
    out.id = make_uuid();
    out.chat_id = question.chat_id;
    out.role = "assistant";
    out.content = std::move(text);
    out.created_at = now;
    return out;
}

/// Stores a question; the first names its chat.
Answer<void> keep_question(sql::Connection& c, const Call& call, const store::Message& question) {
    auto t = get_chat(c, call);
    if (!t) return std::unexpected(t.error());
    if (t->title.empty()) {
        t->title = excerpt_of(plain_text(question.content), {}, given_title);
        if (auto ok = or_conflict(store::change_chat(c, call.caller.user_id, *t)); !ok) return ok;
    }
    if (auto a = store::add_message(c, call.caller.user_id, question); !a) return pass_on(a);
    return {};
}

/// How the question of a chat is answered: what there is to know, and whom to ask.
struct Preparation {
    store::Chat chat;
    flows::ChosenModel model;
    std::optional<store::GapReport> report;
    ReportAnswer from_report;
};

Answer<Preparation> prepare(const Parts& parts, const Call& call, const std::string& question) {
    const std::string& owner = call.caller.user_id;
    Preparation out;
    auto known = read(parts, [&](sql::Connection& c) -> Answer<void> {
        auto chat = get_chat(c, call);
        if (!chat) return std::unexpected(chat.error());
        out.chat = std::move(*chat);
        if (!wants_stream(call)) return {};
        auto model = flows::model_of(c, parts.models, owner);
        if (!model) return pass_on(model);
        out.model = std::move(*model);
        // The server's key is not for models that it was not given for.
        if (!out.chat.model.empty() && out.model.source == flows::ModelSource::own)
            out.model.endpoint.model = out.chat.model;
        return {};
    });
    if (!known) return pass_on(known);
    auto report = report_of_chat(parts, owner, out.chat);
    if (!report) return pass_on(report);
    out.report = std::move(*report);
    const bool asks = out.model.source != flows::ModelSource::none;
    auto text = answer_from_report(parts, owner, out.report, question,
                                   asks                 ? report::WithoutModel::silent
                                   : wants_stream(call) ? report::WithoutModel::none_set_up
                                                        : report::WithoutModel::not_asked);
    if (!text) return pass_on(text);
    out.from_report = std::move(*text);
    return out;
}

Answer<Response> begin_turn(const Parts& parts, const Call& call, ChatTurns& turns, Preparation prepared,
                            const store::Message& question) {
    const std::string& owner = call.caller.user_id;
    ChatTurn turn{owner,
                  question,
                  std::move(prepared.model.endpoint),
                  {},
                  {},
                  std::move(prepared.from_report.text),
                  std::move(prepared.from_report.language)};
    auto gathered = parts.database.read([&](sql::Connection& c) -> Result<void> {
        auto context = flows::gather_context(c, owner, prepared.chat, prepared.report);
        if (!context) return pass_on(context);
        turn.context = std::move(*context);
        auto said = store::last_messages(c, owner, prepared.chat.id, most_history);
        if (!said) return pass_on(said);
        // Not the question itself, nor what answered it before.
        std::erase_if(*said, [&](const store::Message& m) { return m.id >= question.id; });
        turn.prompt = flows::chat_prompt(turn.context, *said, question.content, date_of(parts.clock()));
        return {};
    });
    if (!gathered) return pass_on(gathered);
    auto stream = turns.begin(std::move(turn));
    if (!stream) return pass_on(stream);
    return http::event_reply(std::move(*stream));
}

/// Answers of the server's model are counted by the day; one's own model is one's own affair.
Answer<void> count_answer(const Parts& parts, sql::Connection& c, const Call& call,
                          const Preparation& prepared) {
    if (prepared.model.source != flows::ModelSource::server) return {};
    return use_quota(parts, c, call.caller.user_id, "answers_per_day", 1);
}

/// What is not going to be answered was not asked.
void take_back(const Parts& parts, const Call& call, const store::Message& question) {
    (void)parts.database.write([&](sql::Connection& c) {
        return store::delete_message(c, call.caller.user_id, question.chat_id, question.id);
    });
}

Answer<Response> add_message(const Parts& parts, const Call& call, ChatTurns& turns) {
    const auto body = call.body<NewMessage>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("content", body->content, 1, longest_message); !ok) return pass_on(ok);
    auto prepared = prepare(parts, call, body->content);
    if (!prepared) return pass_on(prepared);
    const store::Message question = question_of(call, body->content, parts.clock());
    const bool asks_model = prepared->model.source != flows::ModelSource::none;
    const store::Message answer = plain_answer(question, prepared->from_report.text, parts.clock());
    auto kept = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = count_answer(parts, c, call, *prepared); !ok) return ok;
        if (auto ok = keep_question(c, call, question); !ok || asks_model) return ok;
        if (auto ok = keep_answer(c, call.caller.user_id, question.id, answer); !ok) return pass_on(ok);
        return {};
    });
    if (!kept) return pass_on(kept);
    if (asks_model) {
        auto begun = begin_turn(parts, call, turns, std::move(*prepared), question);
        if (!begun) take_back(parts, call, question);
        return begun;
    }
    if (wants_stream(call)) return http::event_reply(finished_turn(question, answer));
    return http::json_reply(201, TurnWire{to_wire(question), to_wire(answer)});
}

/// The last question of the chat, which the path names.
Answer<store::Message> last_question(sql::Connection& c, const Call& call) {
    const std::string_view id = call.path_value("message_id");
    const std::string_view chat = call.path_value("chat_id");
    auto question = or_not_found(store::find_message(c, call.caller.user_id, id), "there is no such message");
    if (!question) return question;
    if (question->chat_id != chat || question->role != "user")
        return std::unexpected(Error{ErrorCode::not_found, "there is no such question", {}, {}});
    const auto later = store::list_messages(c, call.caller.user_id, chat, id, most_behind);
    if (!later) return std::unexpected(later.error());
    for (const store::Message& m : *later) {
        if (m.role == "user")
            return http::refuse(409, ErrorCode::conflict, "something else was asked since", {},
                                "Ask it again");
    }
    return question;
}

/// Answers a question anew.
Answer<Response> answer_again(const Parts& parts, const Call& call, ChatTurns& turns) {
    const auto question = read(parts, [&](sql::Connection& c) { return last_question(c, call); });
    if (!question) return std::unexpected(question.error());
    auto prepared = prepare(parts, call, question->content);
    if (!prepared) return pass_on(prepared);
    if (prepared->model.source != flows::ModelSource::none) {
        auto counted =
            write(parts, [&](sql::Connection& c) { return count_answer(parts, c, call, *prepared); });
        if (!counted) return pass_on(counted);
        return begin_turn(parts, call, turns, std::move(*prepared), *question);
    }
    const store::Message answer = plain_answer(*question, prepared->from_report.text, parts.clock());
    const auto kept = parts.database.write(
        [&](sql::Connection& c) { return keep_answer(c, call.caller.user_id, question->id, answer); });
    if (!kept) return std::unexpected(kept.error());
    if (wants_stream(call)) return http::event_reply(finished_turn(*question, answer));
    return http::json_reply(201, TurnWire{to_wire(*question), to_wire(answer)});
}

}  // namespace

void add_chat_message_routes(http::Router& router, const Parts& parts, ChatTurns& turns) {
    router.add({.method = Method::get,
                .pattern = "/api/chats/{chat_id}/context",
                .handler = with(parts, show_context)});
    router.add({.method = Method::get,
                .pattern = "/api/chats/{chat_id}/messages",
                .handler = with(parts, list_messages)});
    router.add({.method = Method::post,
                .pattern = "/api/chats/{chat_id}/messages",
                .handler = [&parts, &turns](const Call& call) { return add_message(parts, call, turns); },
                .body_limit = 131'072,
                .streams = true});
    router.add({.method = Method::post,
                .pattern = "/api/chats/{chat_id}/messages/{message_id}/answer",
                .handler = [&parts, &turns](const Call& call) { return answer_again(parts, call, turns); },
                .streams = true});
    router.add({.method = Method::delete_,
                .pattern = "/api/chats/{chat_id}/messages/{message_id}",
                .handler = with(parts, remove_message)});
}

}  // namespace headway::api
