// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/chat_turns.hpp"

#include <fmt/format.h>

#include "api/wire_chat.hpp"
#include "base/id.hpp"
#include "flows/model_use.hpp"
#include "language/speech.hpp"
#include "report/answer_words.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

constexpr int most_of_a_person = 2;
constexpr std::size_t most_messages = 100;
/// A whole answer may wait for a slow browser.
constexpr http::EventStream::Limits limits{.events = 50'000, .bytes = std::size_t{4} << 20U};

struct Delta {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Delta, (), (text))

struct Trouble {
    std::string code;
    std::string detail;
    std::optional<std::string> fix;
};
BOOST_DESCRIBE_STRUCT(Trouble, (), (code, detail, fix))

template <class T>
bool push(http::EventStream& stream, const char* name, const T& data) {
    return stream.push({{}, name, json::to_json(data)});
}

/// The reason as one reads it in the middle of a sentence.
std::string detail_of(const Error& e, const language::Speech& in) {
    const std::string what =
        in.say(e.code == ErrorCode::internal ? "something went wrong on this server" : e.what);
    return e.where.empty() ? what : what + " (" + e.where + ")";
}

/// For programs, and so in English.
Trouble trouble_of(const Error& e) {
    return {std::string(to_string(e.code)), detail_of(e, language::Speech::english()),
            e.fix.empty() ? std::nullopt : std::optional(e.fix)};
}

std::string citations_of(const flows::TurnOutcome& outcome) {
    std::vector<CitationWire> out;
    for (const flows::Source& s : outcome.cited) out.push_back({s.id, s.kind, s.text});
    return json::to_json(out);
}

/// Ids are ours: a model never sees one. A proposal about a job needs one.
std::vector<store::Proposal> proposals_of(const flows::TurnOutcome& outcome,
                                          const flows::ChatContext& context, const store::Message& answer) {
    std::vector<store::Proposal> out;
    for (const flows::Proposal& p : outcome.proposals) {
        const bool about_job = p.action == "save_job" || p.action == "start_report";
        if (about_job && !context.job_id) continue;
        store::Proposal proposal;
        proposal.id = make_uuid();
        proposal.maker = answer.model;
        proposal.message_id = answer.id;
        proposal.action = p.action;
        proposal.title = p.title;
        proposal.text = p.text;
        if (p.action != "create_task") proposal.job_id = context.job_id;
        if (p.action == "start_report") proposal.resume_id = context.resume_id;
        proposal.created_at = answer.created_at;
        out.push_back(std::move(proposal));
    }
    return out;
}

/// An answer and what it proposes.
MessageWire with_proposals(sql::Connection& c, const std::string& owner, const store::Message& answer,
                           const std::vector<store::Proposal>& proposals) {
    MessageWire out = to_wire(answer);
    for (const store::Proposal& p : proposals) {
        auto wire = wire_of(c, owner, p);
        out.proposals.push_back(wire ? std::move(*wire) : to_wire(p, {}));
    }
    return out;
}

store::Message answer_of(const ChatTurn& turn, const flows::TurnOutcome& outcome, Timestamp now) {
    const report::AnswerWords& words = report::answer_words(turn.language);
    store::Message out;
    out.id = make_uuid();
    out.chat_id = turn.question.chat_id;
    out.role = "assistant";
    out.content = outcome.text;
    out.created_at = now;
    out.state = outcome.error ? "partial" : "whole";
    out.model = turn.endpoint.model;
    out.input_tokens = outcome.usage.input;
    out.output_tokens = outcome.usage.output;
    out.dropped_citations = static_cast<std::int64_t>(outcome.dropped_citations);
    out.citations = citations_of(outcome);
    if (outcome.error && outcome.text.empty()) {
        out.state = "fallback";
        out.content = fmt::format(fmt::runtime(words.model_failed),
                                  detail_of(*outcome.error, language::Speech::of(turn.language))) +
                      "\n\n" + turn.from_report;
    }
    if (out.content.empty()) out.content = words.only_proposals;
    return out;
}

}  // namespace

/// What a turn takes up while it is under way.
class ChatTurns::Place {
  public:
    Place(ChatTurns& turns, std::string owner, std::string chat, std::shared_ptr<http::EventStream> stream)
        : turns_(turns), owner_(std::move(owner)), chat_(std::move(chat)), stream_(std::move(stream)) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        {
            const std::lock_guard lock(turns_.mutex_);
            turns_.chats_.erase(chat_);
            if (--turns_.people_[owner_] == 0) turns_.people_.erase(owner_);
            turns_.streams_.erase(stream_);
        }
        stream_->close();
    }

  private:
    ChatTurns& turns_;
    std::string owner_;
    std::string chat_;
    std::shared_ptr<http::EventStream> stream_;
};

ChatTurns::ChatTurns(const Parts& parts, int at_once, std::size_t waiting)
    : parts_(parts), pool_(at_once, waiting) {}

ChatTurns::~ChatTurns() {
    stopping_ = true;
    pool_.stop();
}

Result<std::shared_ptr<http::EventStream>> ChatTurns::begin(ChatTurn turn) {
    auto stream = std::make_shared<http::EventStream>(limits);
    {
        const std::lock_guard lock(mutex_);
        if (chats_.contains(turn.question.chat_id))
            return fail(ErrorCode::conflict, "this chat is being answered already", {},
                        "Wait, or stop that answer");
        if (people_[turn.owner] >= most_of_a_person)
            return fail(ErrorCode::rate_limited, "two questions of yours are being answered already", {},
                        "Wait for an answer, or stop one");
        chats_.insert(turn.question.chat_id);
        ++people_[turn.owner];
        streams_.insert(stream);
    }
    auto place = std::make_unique<Place>(*this, turn.owner, turn.question.chat_id, stream);
    push(*stream, "question", to_wire(turn.question));
    const bool queued = pool_.submit([this, stream, place = std::move(place), turn = std::move(turn)] {
        try {
            run(turn, *stream);
        } catch (const std::exception& e) {  // of libraries; this thread has others to serve
            push(*stream, "error", trouble_of({ErrorCode::internal, e.what(), {}, {}}));
        }
    });
    if (!queued)
        return fail(ErrorCode::unavailable, "too many questions are being answered", {},
                    "Try again in a moment");
    return stream;
}

void ChatTurns::run(const ChatTurn& turn, http::EventStream& stream) {
    const auto go_on = [&] { return !stopping_ && !stream.closed(); };
    const auto show = [&](std::string_view text) { return push(stream, "delta", Delta{std::string(text)}); };
    const auto outcome =
        flows::take_turn(parts_.models.client, turn.endpoint, turn.context, turn.prompt, show, go_on);
    // Of an answer that was broken off the model's server does not tell what it took.
    if (!outcome.text.empty() || outcome.usage.input || outcome.usage.output) {
        // It fails where the account is gone, or where keeping the answer below fails too.
        (void)flows::count_answer(parts_.database, turn.owner, turn.endpoint, flows::ModelTask::chat,
                                  outcome.usage, parts_.clock());
    }
    if (outcome.text.empty() && !go_on()) return;  // nothing came, and nobody waits
    const store::Message answer = answer_of(turn, outcome, parts_.clock());
    if (outcome.error) push(stream, "error", trouble_of(*outcome.error));
    const auto proposals = proposals_of(outcome, turn.context, answer);
    MessageWire shown;
    const auto kept = parts_.database.write([&](sql::Connection& c) {
        shown = with_proposals(c, turn.owner, answer, proposals);
        return keep_answer(c, turn.owner, turn.question.id, answer, proposals);
    });
    if (kept) {
        push(stream, "done", shown);
    } else if (kept.error().code != ErrorCode::not_found) {  // the chat may have been deleted meanwhile
        push(stream, "error", trouble_of(kept.error()));
    }
}

std::shared_ptr<http::EventStream> finished_turn(const store::Message& question,
                                                 const store::Message& answer) {
    auto stream = std::make_shared<http::EventStream>(limits);
    push(*stream, "question", to_wire(question));
    push(*stream, "delta", Delta{answer.content});
    push(*stream, "done", to_wire(answer));
    stream->close();
    return stream;
}

Result<void> keep_answer(sql::Connection& c, const std::string& owner, const std::string& question_id,
                         const store::Message& answer, const std::vector<store::Proposal>& proposals) {
    const auto question = store::find_message(c, owner, question_id);
    if (!question) return std::unexpected(question.error());
    if (!*question) return fail(ErrorCode::not_found, "the question is gone");
    const auto later = store::list_messages(c, owner, answer.chat_id, question_id, most_messages);
    if (!later) return std::unexpected(later.error());
    for (const store::Message& m : *later) {
        if (m.role == "user") break;
        if (const auto gone = store::delete_message(c, owner, answer.chat_id, m.id); !gone)
            return std::unexpected(gone.error());
    }
    if (auto added = store::add_message(c, owner, answer); !added) return added;
    for (const store::Proposal& p : proposals) {
        if (auto added = store::add_proposal(c, owner, p); !added) return added;
        if (auto told = store::add_event(c, owner, "proposal", p.id, p.created_at); !told) return told;
    }
    return store::add_event(c, owner, "chat", answer.chat_id, answer.created_at);
}

}  // namespace headway::api
