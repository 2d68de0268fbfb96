// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "api/corrections.hpp"
#include "api/handler.hpp"
#include "api/wire_correction.hpp"
#include "career/alias_suggestion.hpp"
#include "flows/reading.hpp"
#include "store/corrections.hpp"
#include "text/tokens.hpp"

namespace headway::api {
namespace {

using career::SkillId;
using http::Method;

constexpr std::size_t most_resumes = 10;
constexpr std::size_t most_jobs = 50;

struct SuggestionWire {
    std::string text;
    report::WireSkillRef skill;
    double certainty = 0;
    std::string because;
    std::optional<std::string> resume_id;
    std::optional<std::string> job_id;
    report::WireEvidence evidence;
};
BOOST_DESCRIBE_STRUCT(SuggestionWire, (), (text, skill, certainty, because, resume_id, job_id, evidence))

struct SuggestionList {
    std::vector<SuggestionWire> items;
};
BOOST_DESCRIBE_STRUCT(SuggestionList, (), (items))

/// A person's documents as they stand in the store.
struct Documents {
    struct ResumeWithText {
        store::Resume resume;
        store::ResumeText text;
    };
    std::vector<ResumeWithText> resumes;
    std::vector<store::Job> jobs;
    std::vector<store::Correction> aliases;
};

Result<Documents> load(sql::Connection& c, const std::string& owner) {
    Documents out;
    const auto resumes = store::list_resumes(c, owner, {}, most_resumes);
    if (!resumes) return std::unexpected(resumes.error());
    for (const store::Resume& r : *resumes) {
        if (r.state != "ready") continue;
        auto text = store::find_resume_text(c, owner, r.id);
        if (!text) return pass_on(text);
        if (*text) out.resumes.push_back({r, std::move(**text)});
    }
    const auto saved = store::list_saved_jobs(c, owner, "", store::SavedOrder::saved_at, {}, most_jobs);
    if (!saved) return std::unexpected(saved.error());
    for (const store::SavedJob& s : *saved) {
        auto job = store::find_job(c, owner, s.job_id);
        if (!job) return pass_on(job);
        if (*job) out.jobs.push_back(std::move(**job));
    }
    auto aliases = store::list_corrections(c, owner, "alias");
    if (!aliases) return pass_on(aliases);
    out.aliases = std::move(*aliases);
    return out;
}

/// The documents as they were read, spellings that the person knows applied.
struct ReadDocuments {
    std::vector<flows::ReadResume> resumes;
    std::vector<flows::ReadJob> jobs;
    std::vector<SkillId> held;
    std::vector<SkillId> asked;
};

ReadDocuments read_all(const Parts& parts, const Documents& d) {
    ReadDocuments out;
    const Date today = date_of(parts.clock());
    for (const auto& r : d.resumes) {
        out.resumes.push_back(
            flows::read_resume(parts.knowledge, r.text.content, r.text.pages, d.aliases, today));
        for (const auto& skill : out.resumes.back().resume.skills) out.held.push_back(skill.skill);
    }
    for (const store::Job& job : d.jobs) {
        out.jobs.push_back(flows::read_job(parts.knowledge, job, d.aliases));
        for (const auto& requirement : out.jobs.back().job.requirements)
            out.asked.insert(out.asked.end(), requirement.any_of.begin(), requirement.any_of.end());
    }
    return out;
}

bool answered(const Documents& d, const SuggestionWire& s) {
    return std::ranges::any_of(d.aliases, [&](const store::Correction& a) {
        return a.skill_id == s.skill.id &&
               text::normal_name(a.alias.value_or("")) == text::normal_name(s.text);
    });
}

void add(const Parts& parts, const std::vector<career::AliasSuggestion>& found, const std::string& resume_id,
         const std::string& job_id, const Documents& d, std::vector<SuggestionWire>& out) {
    for (const career::AliasSuggestion& s : found) {
        SuggestionWire wire{s.evidence.text,
                            report::make_skill_ref(parts.knowledge.catalog, s.skill),
                            s.certainty,
                            s.because,
                            resume_id.empty() ? std::nullopt : std::optional(resume_id),
                            job_id.empty() ? std::nullopt : std::optional(job_id),
                            report::make_evidence(s.evidence)};
        if (!answered(d, wire)) out.push_back(std::move(wire));
    }
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"resume_id", "job_id", "limit"}); !ok) return pass_on(ok);
    const auto limit = call.query_number("limit", 1, 50);
    if (!limit) return std::unexpected(limit.error());
    const auto documents =
        parts.database.read([&](sql::Connection& c) { return load(c, call.caller.user_id); });
    if (!documents) return std::unexpected(documents.error());
    const ReadDocuments read = read_all(parts, *documents);
    const auto resume_id = call.query_value("resume_id");
    const auto job_id = call.query_value("job_id");
    SuggestionList out;
    for (std::size_t i = 0; i < read.resumes.size(); ++i) {
        const std::string& id = documents->resumes[i].resume.id;
        if (job_id || (resume_id && *resume_id != id)) continue;
        const career::Resume& r = read.resumes[i].resume;
        add(parts, career::suggest_aliases(r.reading, r.pages, r.found, read.asked, parts.knowledge.catalog),
            id, "", *documents, out.items);
    }
    for (std::size_t i = 0; i < read.jobs.size(); ++i) {
        const std::string& id = documents->jobs[i].id;
        if (resume_id || (job_id && *job_id != id)) continue;
        const career::Job& j = read.jobs[i].job;
        add(parts, career::suggest_aliases(j.reading, j.pages, j.found, read.held, parts.knowledge.catalog),
            "", id, *documents, out.items);
    }
    std::ranges::stable_sort(out.items, std::ranges::greater(), &SuggestionWire::certainty);
    if (const auto most = static_cast<std::size_t>(limit->value_or(10)); out.items.size() > most)
        out.items.resize(most);
    return http::json_reply(200, out);
}

}  // namespace

void add_alias_suggestion_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/alias-suggestions", .handler = with(parts, list)});
}

}  // namespace headway::api
