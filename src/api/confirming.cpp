// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/confirming.hpp"

#include "api/gap_place.hpp"
#include "api/jobs.hpp"
#include "api/notes.hpp"
#include "api/tasks.hpp"
#include "base/id.hpp"
#include "store/events.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

/// `make` adds something to the database and gives its id.
template <class Make>
Answer<store::Proposal> in_one(const Parts& parts, const std::string& owner, const std::string& id,
                               const Make& make) {
    return write(parts, [&](sql::Connection& c) -> Answer<store::Proposal> {
        auto p = or_not_found(store::find_proposal(c, owner, id), "there is no such proposal");
        if (!p || p->state == "confirmed") return p;
        auto made = make(c, *p);
        if (!made) return pass_on(made);
        if (auto ok = end_proposal(parts, c, owner, *p, "confirmed", *made); !ok) return pass_on(ok);
        return p;
    });
}

Answer<store::Proposal> confirm_task(const Parts& parts, const std::string& owner, const std::string& id) {
    return in_one(parts, owner, id, [&](sql::Connection& c, const store::Proposal& p) -> Answer<std::string> {
        store::Task task;
        task.id = make_uuid();
        task.title = p.title;
        task.description = p.text;
        task.start_on = task.end_on = p.due_on;
        task.created_at = task.updated_at = parts.clock();
        if (auto ok = add_task(parts, c, owner, task); !ok) return pass_on(ok);
        return task.id;
    });
}

Answer<store::Proposal> confirm_note(const Parts& parts, const std::string& owner, const std::string& id) {
    return in_one(parts, owner, id, [&](sql::Connection& c, const store::Proposal& p) -> Answer<std::string> {
        store::Note note;
        note.id = make_uuid();
        note.title = p.title;
        note.body = p.text.empty() ? p.title : p.text;
        note.message_id = p.message_id;
        if (p.job_id) {  // that may be gone meanwhile
            const auto job = store::find_job(c, owner, *p.job_id);
            if (!job) return std::unexpected(job.error());
            if (*job) note.job_id = p.job_id;
        }
        note.created_at = note.updated_at = parts.clock();
        if (auto ok = add_note(parts, c, owner, note); !ok) return pass_on(ok);
        return note.id;
    });
}

Answer<store::Proposal> confirm_job(const Parts& parts, const std::string& owner, const store::Proposal& p) {
    store::Job job;
    job.id = make_uuid();
    job.owner_id = owner;
    job.title = p.title;
    job.company = p.company;
    job.description = p.text;
    if (!p.url.empty()) job.url = p.url;
    job.created_at = job.updated_at = parts.clock();
    const std::string profile = read_requirements(parts, job);  // takes its time, so before
    auto out =
        in_one(parts, owner, p.id, [&](sql::Connection& c, const store::Proposal&) -> Answer<std::string> {
            if (auto ok = add_job(parts, c, job, profile); !ok) return pass_on(ok);
            return job.id;
        });
    if (out && out->made_id == job.id) parts.ranking.jobs().changed(job.id);
    return out;
}

Answer<store::Proposal> confirm_saving(const Parts& parts, const std::string& owner,
                                       const store::Proposal& p) {
    const auto saved = save_job(parts, owner, *p.job_id);
    if (!saved) return std::unexpected(saved.error());
    return in_one(parts, owner, p.id,
                  [&](sql::Connection&, const store::Proposal&) -> Answer<std::string> { return *p.job_id; });
}

Answer<store::Proposal> confirm_report(const Parts& parts, const std::string& owner,
                                       const store::Proposal& p) {
    std::string resume_id = p.resume_id.value_or("");
    if (resume_id.empty()) {
        const auto standing = or_not_found(
            parts.database.read([&](sql::Connection& c) { return store::find_default_resume(c, owner); }),
            "there is no résumé yet");
        if (!standing) return std::unexpected(standing.error());
        resume_id = standing->id;
    }
    const auto made = request_report(parts, owner, resume_id, *p.job_id, {});
    if (!made) return std::unexpected(made.error());
    const std::string report = made->report ? made->report->id : made->run.id;
    return in_one(parts, owner, p.id,
                  [&](sql::Connection&, const store::Proposal&) -> Answer<std::string> { return report; });
}

}  // namespace

Answer<store::Proposal> confirm_proposal(const Parts& parts, const std::string& owner,
                                         store::Proposal proposal) {
    if (proposal.state == "confirmed") return proposal;
    if (proposal.state == "dismissed")
        return http::refuse(409, ErrorCode::conflict, "this proposal was dismissed");
    if (proposal.action == "create_task") return confirm_task(parts, owner, proposal.id);
    if (proposal.action == "save_note") return confirm_note(parts, owner, proposal.id);
    if (proposal.action == "add_job") return confirm_job(parts, owner, proposal);
    if (proposal.action == "save_job") return confirm_saving(parts, owner, proposal);
    return confirm_report(parts, owner, proposal);
}

Answer<void> end_proposal(const Parts& parts, sql::Connection& c, const std::string& owner,
                          store::Proposal& proposal, const std::string& state,
                          const std::optional<std::string>& made_id) {
    const Timestamp now = parts.clock();
    const auto ended = store::decide_proposal(c, owner, proposal.id, state, made_id, now);
    if (!ended) return std::unexpected(ended.error());
    if (!*ended) return http::refuse(409, ErrorCode::conflict, "this proposal was decided already");
    proposal.state = state;
    proposal.made_id = made_id;
    proposal.decided_at = now;
    if (auto e = store::add_event(c, owner, "proposal", proposal.id, now); !e) return pass_on(e);
    return {};
}

Answer<void> check_job_address(const std::string& url) {
    if (url.empty() || is_job_address(url)) return {};
    return std::unexpected(Error{ErrorCode::invalid, "expected an http or https address", "url", {}});
}

}  // namespace headway::api
