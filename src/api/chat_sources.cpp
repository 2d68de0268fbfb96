// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/chat_sources.hpp"

#include "api/gap_place.hpp"
#include "report/answer.hpp"
#include "store/learning_items.hpp"
#include "store/resumes.hpp"
#include "store/users.hpp"

namespace headway::api {

Answer<std::optional<store::GapReport>> report_of_chat(const Parts& parts, const std::string& owner,
                                                       const store::Chat& chat) {
    if (!chat.job_id) {
        auto newest = parts.database.read([&](sql::Connection& c) {
            return store::list_gap_reports(c, owner, "", chat.resume_id.value_or(""), {}, 1);
        });
        if (!newest) return pass_on(newest);
        if (newest->empty()) return std::optional<store::GapReport>();
        return std::optional(std::move(newest->front()));
    }
    std::optional<store::Resume> resume;
    auto there = parts.database.read([&](sql::Connection& c) -> Result<std::optional<store::GapReport>> {
        auto chosen = chat.resume_id ? store::find_resume(c, owner, *chat.resume_id)
                                     : store::find_default_resume(c, owner);
        if (!chosen) return pass_on(chosen);
        resume = std::move(*chosen);
        if (!resume) return std::nullopt;
        return store::latest_gap_report(c, owner, *chat.job_id, resume->id);
    });
    if (!there) return pass_on(there);
    if (*there || !resume || resume->state != "ready") return std::move(*there);
    auto made = request_report(parts, owner, resume->id, *chat.job_id, {});
    // The chat goes on without one when the reports of the day are used up.
    if (!made && made.error().error.code == ErrorCode::rate_limited) return std::optional<store::GapReport>();
    if (!made) return pass_on(made);
    return std::move(made->report);
}

Answer<ReportAnswer> answer_from_report(const Parts& parts, const std::string& owner,
                                        const std::optional<store::GapReport>& found,
                                        const std::string& question, report::WithoutModel why) {
    ReportAnswer out;
    report::AnswerSource source;
    source.why = why;
    std::optional<report::WireReport> content;
    const auto known = read(parts, [&](sql::Connection& c) -> Answer<void> {
        auto user = store::find_user(c, owner);
        if (!user) return pass_on(user);
        if (*user) out.language = (*user)->language;
        if (!found) return {};
        auto whole = report_content(c, owner, found->id);
        if (!whole) return pass_on(whole);
        content = std::move(*whole);
        auto items = store::list_learning_items(c, owner, found->id, 1);
        if (!items) return pass_on(items);
        for (const auto& i : *items) {
            if (i.source == "corpus")
                source.learning.push_back({i.title, i.url, i.skill_name, i.hours, i.gain});
        }
        return {};
    });
    if (!known) return std::unexpected(known.error());
    if (found) {
        source.report = &*content;
        source.job_title = found->job_title;
        source.resume_name = found->resume_name;
    }
    source.language = out.language;
    out.text = report::answer(question, source);
    return out;
}

}  // namespace headway::api
