// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/agents.hpp"
#include "api/gap_place.hpp"
#include "api/report_texts.hpp"
#include "flows/reading.hpp"
#include "report/render.hpp"
#include "report/report.hpp"
#include "store/corrections.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::api {
namespace {

struct ReportView {
    std::string id;
    std::string job_id;
    std::string job_title;
    std::string company;
    std::string resume_name;
    bool stale = false;
    double score = 0;
    std::string markdown;
};
BOOST_DESCRIBE_STRUCT(ReportView, (), (id, job_id, job_title, company, resume_name, stale, score, markdown))

struct SkillView {
    std::string id;
    std::string name;
    double level = 0;
    std::string level_label;
    std::vector<std::string> quotes;
};
BOOST_DESCRIBE_STRUCT(SkillView, (), (id, name, level, level_label, quotes))

struct ResumeView {
    std::string id;
    std::string name;
    std::string text;
    std::vector<SkillView> skills;
};
BOOST_DESCRIBE_STRUCT(ResumeView, (), (id, name, text, skills))

}  // namespace

Answer<Response> report_for_agents(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto row =
            or_not_found(store::find_gap_report(c, owner, call.query_value("gap_report_id").value_or("")),
                         "there is no such report, or it is still being made");
        if (!row) return std::unexpected(row.error());
        const auto whole = whole_report(parts, c, owner, *row);
        if (!whole) return std::unexpected(whole.error());
        const auto texts = texts_of(c, owner, *whole);
        if (!texts) return std::unexpected(texts.error());
        ReportView out{
            row->id,    row->job_id, whole->job_title, whole->company, whole->resume_name, whole->stale,
            row->score, {}};
        if (whole->content)
            out.markdown = report::to_markdown(*whole->content, {texts->resume, texts->job}, "en");
        return http::json_reply(200, out);
    });
}

Answer<Response> resume_for_agents(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    const std::string id = call.query_value("resume_id").value_or("");
    std::string name;
    store::ResumeText text;
    std::vector<store::Correction> corrections;
    const auto found = read(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto resume = or_not_found(store::find_resume(c, owner, id), "there is no such résumé");
        if (!resume) return std::unexpected(resume.error());
        if (resume->state != "ready")
            return http::refuse(409, ErrorCode::conflict, "this résumé has not been read");
        name = resume->name;
        auto words = or_not_found(store::find_resume_text(c, owner, id), "this résumé has no text");
        if (!words) return pass_on(words);
        text = std::move(*words);
        auto known = store::corrections_of_resume(c, owner, id);
        if (!known) return pass_on(known);
        corrections = std::move(*known);
        return {};
    });
    if (!found) return std::unexpected(found.error());
    const flows::ReadResume r =
        flows::read_resume(parts.knowledge, text.content, text.pages, corrections, date_of(parts.clock()));
    const report::WireSkillList list = report::make_resume_skills(r.resume, parts.knowledge.catalog, {});
    ResumeView out{id, name, text.content, {}};
    for (const report::WireSkill& s : list.skills) {
        SkillView view{s.id, s.name, s.level.value, s.level.label, {}};
        for (const report::WireEvidence& e : s.evidence) view.quotes.push_back(e.text);
        out.skills.push_back(std::move(view));
    }
    return http::json_reply(200, out);
}

}  // namespace headway::api
