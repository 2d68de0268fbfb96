// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/resumes.hpp"
#include "api/wire_correction.hpp"
#include "api/wire_resume.hpp"
#include "career/summary.hpp"
#include "flows/import_resume.hpp"
#include "flows/reading.hpp"
#include "report/document_text.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t json_limit = std::size_t{1} << 20U;

struct PastedText {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PastedText, (), (text))

struct BulletWire {
    std::string kind;
    std::string text;
    std::vector<report::WireEvidence> evidence;
};
BOOST_DESCRIBE_STRUCT(BulletWire, (), (kind, text, evidence))

struct SummaryWire {
    std::string resume_id;
    std::vector<BulletWire> bullets;
    std::string made_at;
};
BOOST_DESCRIBE_STRUCT(SummaryWire, (), (resume_id, bullets, made_at))

struct SkillsWire {
    std::string document;
    std::vector<report::WireSkill> skills;
    std::vector<report::WireUnclaimed> unclaimed;
    std::vector<std::string> warnings;
    std::vector<CorrectionWire> corrections;
};
BOOST_DESCRIBE_STRUCT(SkillsWire, (), (document, skills, unclaimed, warnings, corrections))

/// A ready résumé with its text and what the person corrected.
struct Loaded {
    store::Resume resume;
    store::ResumeText text;
    std::vector<store::Correction> corrections;
};

Answer<Loaded> load(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Loaded> {
        auto resume = get_resume(c, call);
        if (!resume) return pass_on(resume);
        if (resume->state == "importing")
            return http::refuse(409, ErrorCode::conflict, "the résumé is being read", {},
                                "Try again in a moment");
        if (resume->state == "failed")
            return http::refuse(409, ErrorCode::conflict, "the résumé could not be read", {},
                                "Try it again or paste its text");
        auto text = store::find_resume_text(c, call.caller.user_id, resume->id);
        if (!text) return pass_on(text);
        auto corrections = store::corrections_of_resume(c, call.caller.user_id, resume->id);
        if (!corrections) return pass_on(corrections);
        return Loaded{std::move(*resume), std::move(**text), std::move(*corrections)};
    });
}

flows::ReadResume read_loaded(const Parts& parts, const Loaded& l) {
    return flows::read_resume(parts.knowledge, l.text.content, l.text.pages, l.corrections,
                              date_of(parts.clock()));
}

Answer<Response> show_text(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    const flows::ReadResume r = read_loaded(parts, *l);
    return http::json_reply(
        200,
        report::make_document_text({parts.knowledge.catalog, r.resume.reading, r.resume.found, r.resume.pages,
                                    l->text.format, flows::lines_of(l->text.warnings), r.corrected.aliases}));
}

Answer<Response> show_summary(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    const flows::ReadResume r = read_loaded(parts, *l);
    SummaryWire out{l->resume.id, {}, to_string(parts.clock())};
    for (const career::SummaryBullet& b : career::summarize(r.resume, parts.knowledge.catalog)) {
        BulletWire& bullet = out.bullets.emplace_back(BulletWire{b.kind, b.text, {}});
        for (const career::Evidence& e : b.evidence) bullet.evidence.push_back(report::make_evidence(e));
    }
    return http::json_reply(200, out);
}

Answer<Response> show_skills(const Parts& parts, const Call& call) {
    const auto l = load(parts, call);
    if (!l) return std::unexpected(l.error());
    const flows::ReadResume r = read_loaded(parts, *l);
    auto list =
        report::make_resume_skills(r.resume, parts.knowledge.catalog, flows::lines_of(l->text.warnings));
    return http::json_reply(200, SkillsWire{list.document, std::move(list.skills), std::move(list.unclaimed),
                                            std::move(list.warnings),
                                            skill_corrections(l->corrections, parts.knowledge.catalog)});
}

Answer<Response> replace_text(const Parts& parts, const Call& call) {
    const auto body = call.body<PastedText>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("text", body->text, 20, 200'000); !ok) return pass_on(ok);
    store::ResumeText text{"text", body->text, "0", {}};
    // Read before the transaction: nobody else's writing waits for it.
    store::Resume read;
    flows::take_text(read, text, parts.knowledge, date_of(parts.clock()));
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<store::Resume> {
        auto r = get_resume(c, call);
        if (!r) return r;
        if (auto ok = http::check_if_match(call, http::etag_of(r->version)); !ok) return pass_on(ok);
        r->words = read.words;
        r->skills = read.skills;
        r->state = read.state;
        r->reason.reset();
        r->can_retry = false;
        r->text_source = "pasted";
        r->run_id.reset();  // it waits for no import any more
        r->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_resume_text(c, call.caller.user_id, *r, text)); !ok)
            return pass_on(ok);
        if (auto e = store::add_event(c, call.caller.user_id, "resume", r->id, r->updated_at); !e)
            return pass_on(e);
        return get_resume(c, call);
    });
    if (!changed) return std::unexpected(changed.error());
    return versioned_reply(200, to_wire(*changed), changed->version);
}

}  // namespace

void add_resume_reading_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get,
                .pattern = "/api/resumes/{resume_id}/text",
                .handler = with(parts, show_text)});
    router.add({.method = Method::put,
                .pattern = "/api/resumes/{resume_id}/text",
                .handler = with(parts, replace_text),
                .body_limit = json_limit});
    router.add({.method = Method::get,
                .pattern = "/api/resumes/{resume_id}/summary",
                .handler = with(parts, show_summary)});
    router.add({.method = Method::get,
                .pattern = "/api/resumes/{resume_id}/skills",
                .handler = with(parts, show_skills)});
}

}  // namespace headway::api
