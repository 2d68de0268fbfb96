// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "store/proposals.hpp"

namespace headway::api {

/// What a model or an agent proposes to do, and what the person decided.
struct ProposalWire {
    std::string id;
    std::string origin;
    std::string maker;
    std::string action;
    std::string title;
    std::string text;
    std::string company;
    std::optional<std::string> url;
    std::optional<std::string> due_on;
    std::optional<std::string> job_id;
    std::optional<std::string> job_title;  ///< Where the person can still see that job.
    std::optional<std::string> resume_id;
    std::optional<std::string> message_id;
    std::string state;
    std::optional<std::string> made_id;
    std::string created_at;
    std::optional<std::string> decided_at;
};
BOOST_DESCRIBE_STRUCT(ProposalWire, (),
                      (id, origin, maker, action, title, text, company, url, due_on, job_id, job_title,
                       resume_id, message_id, state, made_id, created_at, decided_at))

[[nodiscard]] ProposalWire to_wire(const store::Proposal& proposal, std::optional<std::string> job_title);
/// The same with the title of its job looked up.
[[nodiscard]] Result<ProposalWire> wire_of(sql::Connection& c, const std::string& owner,
                                           const store::Proposal& proposal);

}  // namespace headway::api
