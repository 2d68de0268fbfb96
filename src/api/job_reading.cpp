// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/jobs.hpp"
#include "api/wire_correction.hpp"
#include "base/hash.hpp"
#include "flows/reading.hpp"
#include "report/document_text.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

using http::Method;

struct SkillsWire {
    std::string document;
    std::vector<report::WireSkill> skills;
    std::vector<report::WireUnclaimed> unclaimed;
    std::vector<std::string> warnings;
    std::vector<CorrectionWire> corrections;
};
BOOST_DESCRIBE_STRUCT(SkillsWire, (), (document, skills, unclaimed, warnings, corrections))

struct OccupationWire {
    std::string job_id;
    std::optional<report::WireOccupation> occupation;
    bool chosen = false;
    std::vector<report::WireOccupation> others;
    std::vector<RescoredWire> rescored;
    std::vector<std::string> run_ids;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OccupationWire, (), (job_id, occupation, chosen, others, rescored, run_ids, version))

struct OccupationChoice {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(OccupationChoice, (), (code))

constexpr double least_confidence = 0.25;  // as the engine's own

struct Loaded {
    store::Job job;
    std::vector<store::Correction> corrections;
};

Answer<Loaded> load(sql::Connection& c, const Call& call) {
    auto job = get_job(c, call);
    if (!job) return pass_on(job);
    auto corrections = store::corrections_of_job(c, call.caller.user_id, job->id);
    if (!corrections) return pass_on(corrections);
    return Loaded{std::move(*job), std::move(*corrections)};
}

Answer<Loaded> load(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) { return load(c, call); });
}

Answer<Response> show_text(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    const auto r = flows::read_job(parts.knowledge, l->job, l->corrections);
    return http::json_reply(200, report::make_document_text({parts.knowledge.catalog,
                                                             r.job.reading,
                                                             r.job.found,
                                                             r.job.pages,
                                                             "text",
                                                             {},
                                                             r.corrected.aliases}));
}

Answer<Response> show_requirements(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    const auto r = flows::read_job(parts.knowledge, l->job, l->corrections);
    auto list = report::make_job_skills(r.job, parts.knowledge.catalog, {});
    return http::json_reply(200, SkillsWire{list.document, std::move(list.skills), std::move(list.unclaimed),
                                            std::move(list.warnings),
                                            skill_corrections(l->corrections, parts.knowledge.catalog)});
}

/// Of the person's choice and of the job that it is about: another number after every change of either.
std::int64_t occupation_version(const Loaded& l) {
    std::string all = l.job.id + " " + std::to_string(l.job.version);
    for (const store::Correction& c : l.corrections) {
        if (c.kind == "occupation") all += " " + c.id;
    }
    return static_cast<std::int64_t>(hash64(all) >> 11U);  // JSON keeps 53 bits
}

OccupationWire occupation_of(const Parts& parts, const Loaded& l) {
    const auto& catalog = parts.knowledge.catalog;
    OccupationWire out;
    out.job_id = l.job.id;
    out.version = occupation_version(l);
    const auto corrected = flows::to_engine(l.corrections, catalog);
    const auto found = parts.knowledge.engine.occupations(l.job.title, 5);
    std::optional<career::OccupationId> shown = corrected.occupation;
    out.chosen = shown.has_value();
    if (shown) out.occupation = report::make_occupation(catalog, {*shown, 1});
    for (const auto& m : found) {
        if (!shown && m.confidence >= least_confidence) {
            shown = m.occupation;
            out.occupation = report::make_occupation(catalog, m);
        } else if (shown != m.occupation) {
            out.others.push_back(report::make_occupation(catalog, m));
        }
    }
    return out;
}

Answer<Response> show_occupation(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    return versioned_reply(200, occupation_of(parts, *l), occupation_version(*l));
}

/// Replaces the person's choice; none goes back to what was found.
Answer<Response> set_occupation(const Parts& parts, const Call& call,
                                const std::optional<std::string>& code) {
    const std::string& owner = call.caller.user_id;
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<Loaded> {
        // Choices that come together wait for each other.
        if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
        const auto l = load(c, call);
        if (!l) return std::unexpected(l.error());
        if (auto ok = http::check_if_match(call, http::etag_of(occupation_version(*l))); !ok)
            return pass_on(ok);
        if (auto chosen = store::choose_occupation(c, owner, l->job.id, code, parts.clock()); !chosen)
            return pass_on(chosen);
        return load(c, call);
    });
    if (!changed) return std::unexpected(changed.error());
    auto rescored = rescore(parts, owner, "", changed->job.id);
    if (!rescored) return pass_on(rescored);
    OccupationWire out = occupation_of(parts, *changed);
    out.rescored = std::move(rescored->rescored);
    out.run_ids = std::move(rescored->run_ids);
    return versioned_reply(200, out, out.version);
}

Answer<Response> choose_occupation(const Parts& parts, const Call& call) {
    const auto body = call.body<OccupationChoice>();
    if (!body) return std::unexpected(body.error());
    if (!parts.knowledge.catalog.find_occupation(body->code))
        return std::unexpected(Error{ErrorCode::invalid, "there is no such occupation", "code", {}});
    return set_occupation(parts, call, body->code);
}

Answer<Response> reset_occupation(const Parts& parts, const Call& call) {
    return set_occupation(parts, call, {});
}

}  // namespace

void add_job_reading_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::get, .pattern = "/api/jobs/{job_id}/text", .handler = with(parts, show_text)});
    router.add({.method = Method::get,
                .pattern = "/api/jobs/{job_id}/requirements",
                .handler = with(parts, show_requirements)});
    router.add({.method = Method::get,
                .pattern = "/api/jobs/{job_id}/occupation",
                .handler = with(parts, show_occupation)});
    router.add({.method = Method::put,
                .pattern = "/api/jobs/{job_id}/occupation",
                .handler = with(parts, choose_occupation)});
    router.add({.method = Method::delete_,
                .pattern = "/api/jobs/{job_id}/occupation",
                .handler = with(parts, reset_occupation)});
}

}  // namespace headway::api
