// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_proposal.hpp"

#include "api/wire_user.hpp"
#include "store/jobs.hpp"

namespace headway::api {

ProposalWire to_wire(const store::Proposal& p, std::optional<std::string> job_title) {
    return {p.id,
            p.origin,
            p.maker,
            p.action,
            p.title,
            p.text,
            p.company,
            p.url.empty() ? std::nullopt : std::optional(p.url),
            optional_text(p.due_on),
            p.job_id,
            std::move(job_title),
            p.resume_id,
            p.message_id,
            p.state,
            p.made_id,
            to_string(p.created_at),
            optional_text(p.decided_at)};
}

Result<ProposalWire> wire_of(sql::Connection& c, const std::string& owner, const store::Proposal& p) {
    if (!p.job_id) return to_wire(p, {});
    const auto job = store::find_job(c, owner, *p.job_id);
    if (!job) return std::unexpected(job.error());
    return to_wire(p, *job ? std::optional((*job)->title) : std::nullopt);
}

}  // namespace headway::api
