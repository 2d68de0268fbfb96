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

/// Something that a language model or an agent proposes to do.
struct Proposal {
    std::string id;
    std::string origin = "chat";            ///< chat, agent
    std::string maker;                      ///< The model, or the name of the access token.
    std::optional<std::string> message_id;  ///< The answer that it stands in.
    std::string action;                     ///< create_task, save_note, add_job, save_job, start_report
    std::string title;
    std::string text;
    std::string company;  ///< Of a job to be added; and its url.
    std::string url;
    std::optional<Date> due_on;  ///< Of a task.
    std::optional<std::string> job_id;
    std::optional<std::string> resume_id;
    std::string state = "open";          ///< open, confirmed, dismissed
    std::optional<std::string> made_id;  ///< What came of it.
    Timestamp created_at;
    std::optional<Timestamp> decided_at;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (id, origin, maker, message_id, action, title, text, company, url, due_on, job_id,
                       resume_id, state, made_id, created_at, decided_at))

[[nodiscard]] Result<void> add_proposal(sql::Connection& c, std::string_view owner, const Proposal& proposal);
[[nodiscard]] Result<std::optional<Proposal>> find_proposal(sql::Connection& c, std::string_view owner,
                                                            std::string_view id);
/// The newest first, those before the id `before`; `state` empty for all.
[[nodiscard]] Result<std::vector<Proposal>> list_proposals(sql::Connection& c, std::string_view owner,
                                                           std::string_view state,
                                                           std::optional<std::string_view> before,
                                                           std::size_t limit);
/// Those in answers of a chat, in their order.
[[nodiscard]] Result<std::vector<Proposal>> proposals_of_chat(sql::Connection& c, std::string_view owner,
                                                              std::string_view chat_id);
/// How many wait for the person.
[[nodiscard]] Result<std::int64_t> count_open_proposals(sql::Connection& c, std::string_view owner);
/// Ends an open one; false when it is not open any more.
[[nodiscard]] Result<bool> decide_proposal(sql::Connection& c, std::string_view owner, std::string_view id,
                                           std::string_view state, const std::optional<std::string>& made_id,
                                           Timestamp now);

}  // namespace headway::store
