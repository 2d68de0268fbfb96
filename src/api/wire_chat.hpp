// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/wire_proposal.hpp"
#include "store/chats.hpp"

namespace headway::api {

struct ChatWire {
    std::string id;
    std::string title;
    std::string model;
    std::optional<std::string> job_id;
    std::optional<std::string> resume_id;
    std::vector<std::string> context;
    std::int64_t message_count = 0;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ChatWire, (),
                      (id, title, model, job_id, resume_id, context, message_count, created_at, updated_at,
                       version))

/// What an answer rests on, as it was then.
struct CitationWire {
    std::string id;
    std::string kind;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CitationWire, (), (id, kind, text))

struct UsageWire {
    std::optional<std::int64_t> input_tokens;
    std::optional<std::int64_t> output_tokens;
};
BOOST_DESCRIBE_STRUCT(UsageWire, (), (input_tokens, output_tokens))

struct MessageWire {
    std::string id;
    std::string chat_id;
    std::string role;
    std::string content;
    std::string state;
    std::optional<std::string> model;
    std::optional<UsageWire> usage;
    std::vector<CitationWire> citations;
    std::int64_t dropped_citations = 0;
    std::vector<ProposalWire> proposals;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(MessageWire, (),
                      (id, chat_id, role, content, state, model, usage, citations, dropped_citations,
                       proposals, created_at))

/// What the person said and what was answered.
struct TurnWire {
    MessageWire message;
    MessageWire answer;
};
BOOST_DESCRIBE_STRUCT(TurnWire, (), (message, answer))

[[nodiscard]] ChatWire to_wire(const store::Chat& chat);
/// Without its proposals.
[[nodiscard]] MessageWire to_wire(const store::Message& message);

}  // namespace headway::api
