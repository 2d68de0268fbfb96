// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

namespace headway::store {

struct Chat {
    std::string id;
    std::string title;  ///< Empty until the first message gives one.
    std::string model;  ///< Asked instead of that of the settings, at the same address; empty: that one.
    std::optional<std::string> job_id;
    std::int64_t version = 1;
    Timestamp created_at;
    Timestamp updated_at;  ///< Also moved by messages.
    std::int64_t message_count = 0;
    /// What is given to a model: report, resume, job, plan, profile, in any order, parted by spaces.
    std::string context = "report resume job plan";
    std::optional<std::string> resume_id = {};  ///< None: the default résumé, or that of the newest report.
};
BOOST_DESCRIBE_STRUCT(Chat, (),
                      (id, title, model, job_id, version, created_at, updated_at, message_count, context,
                       resume_id))
[[nodiscard]] std::vector<std::string> context_kinds(const Chat& chat);

struct Message {
    std::string id;
    std::string chat_id;
    std::string role = "user";  ///< user, assistant, system
    std::string content;        ///< Markdown
    Timestamp created_at;
    /// whole; partial: the model's answer ended early; fallback: the model failed, a report answers.
    std::string state = "whole";
    std::string model;  ///< That answered; empty: none.
    std::optional<std::int64_t> input_tokens;
    std::optional<std::int64_t> output_tokens;
    std::int64_t dropped_citations = 0;  ///< Of things that were not given.
    std::string citations = "[]";        ///< JSON
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, chat_id, role, content, created_at, state, model, input_tokens, output_tokens,
                       dropped_citations, citations))

/// Where a chat stands in the list.
struct ChatPlace {
    Timestamp updated_at;
    std::string id;
};

[[nodiscard]] Result<void> add_chat(sql::Connection& c, std::string_view owner, const Chat& chat);
[[nodiscard]] Result<std::optional<Chat>> find_chat(sql::Connection& c, std::string_view owner,
                                                    std::string_view id);
/// The last used first, those behind `after`; `job_id` empty for all.
[[nodiscard]] Result<std::vector<Chat>> list_chats(sql::Connection& c, std::string_view owner,
                                                   std::string_view job_id,
                                                   const std::optional<ChatPlace>& after, std::size_t limit);
/// Title, model, job, résumé and context, when the version is still that one.
[[nodiscard]] Result<bool> change_chat(sql::Connection& c, std::string_view owner, const Chat& chat);
[[nodiscard]] Result<bool> delete_chat(sql::Connection& c, std::string_view owner, std::string_view id);

/// Puts a message behind the others and moves the chat to the top.
[[nodiscard]] Result<void> add_message(sql::Connection& c, std::string_view owner, const Message& message);
[[nodiscard]] Result<std::optional<Message>> find_message(sql::Connection& c, std::string_view owner,
                                                          std::string_view id);
/// The last `limit`, the oldest of them first.
[[nodiscard]] Result<std::vector<Message>> last_messages(sql::Connection& c, std::string_view owner,
                                                         std::string_view chat_id, std::size_t limit);
/// The oldest first, those behind the id `after`.
[[nodiscard]] Result<std::vector<Message>> list_messages(sql::Connection& c, std::string_view owner,
                                                         std::string_view chat_id,
                                                         std::optional<std::string_view> after,
                                                         std::size_t limit);
[[nodiscard]] Result<bool> delete_message(sql::Connection& c, std::string_view owner,
                                          std::string_view chat_id, std::string_view id);

}  // namespace headway::store
