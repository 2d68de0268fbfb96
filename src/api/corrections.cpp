// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/corrections.hpp"

#include <algorithm>

#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/short_lists.hpp"
#include "api/wire_correction.hpp"
#include "base/id.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"
#include "text/tokens.hpp"

namespace headway::api {
namespace {

using http::Method;

struct CorrectionInput {
    std::optional<std::string> resume_id;
    std::optional<std::string> job_id;
    std::string action;
    std::string skill_id;
    std::optional<double> level;
    std::optional<std::string> need;
    std::optional<bool> only_here;
};
BOOST_DESCRIBE_STRUCT(CorrectionInput, (), (resume_id, job_id, action, skill_id, level, need, only_here))

struct CorrectionResult {
    CorrectionWire correction;
    std::vector<RescoredWire> rescored;
    std::vector<std::string> run_ids;
};
BOOST_DESCRIBE_STRUCT(CorrectionResult, (), (correction, rescored, run_ids))

struct RescoredList {
    std::vector<RescoredWire> rescored;
    std::vector<std::string> run_ids;
};
BOOST_DESCRIBE_STRUCT(RescoredList, (), (rescored, run_ids))

struct AliasInput {
    std::string text;
    std::string action;
    std::string skill_id;
};
BOOST_DESCRIBE_STRUCT(AliasInput, (), (text, action, skill_id))

struct AliasWire {
    std::string id;
    std::string text;
    std::string action;
    report::WireSkillRef skill;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(AliasWire, (), (id, text, action, skill, created_at))

struct AliasResult {
    AliasWire alias;
    std::vector<RescoredWire> rescored;
    std::vector<std::string> run_ids;
};
BOOST_DESCRIBE_STRUCT(AliasResult, (), (alias, rescored, run_ids))

AliasWire alias_wire(const store::Correction& c, const ontology::Catalog& catalog) {
    return {c.id, c.alias.value_or(""), c.action, skill_by_id(c.skill_id.value_or(""), c.skill_name, catalog),
            to_string(c.created_at)};
}

std::unexpected<http::Refusal> bad(const char* field, const char* what) {
    return std::unexpected(http::Refusal(Error{ErrorCode::invalid, what, field, {}}));
}

/// What somebody can is so in every résumé of theirs; what an ad asks for is that ad's.
Answer<store::Correction> make_correction(const Parts& parts, const CorrectionInput& in) {
    if (in.resume_id && in.job_id) return bad("resume_id", "expected at most one of resume_id and job_id");
    const bool only_here = in.only_here.value_or(false);
    if (only_here && !in.resume_id) return bad("only_here", "expected the résumé that it is about");
    if (auto ok = check_word("action", in.action, {"add", "remove", "level", "confirm", "reject"}); !ok)
        return pass_on(ok);
    if (in.level && !(*in.level >= 0 && *in.level <= 7)) return bad("level", "expected a level, 0 to 7");
    if (in.action == "level" && !in.level && !in.need)
        return bad("level", "expected a level or, for a job, a need");
    if (in.need) {
        if (!in.job_id) return bad("need", "only a job's requirement has a need");
        if (auto ok = check_word("need", *in.need, {"must", "nice"}); !ok) return pass_on(ok);
    }
    if (auto ok = check_text("skill_id", in.skill_id, 3, 300); !ok) return pass_on(ok);
    const auto skill = parts.knowledge.catalog.find_skill(in.skill_id);
    const bool own_words = in.skill_id.starts_with("text:");
    if (!skill && !(own_words && in.job_id)) return bad("skill_id", "there is no such skill");
    store::Correction out;
    out.id = make_uuid();
    out.kind = in.job_id ? "job_requirement" : "resume_skill";
    // A person who confirms has it, one who rejects has it not.
    out.action = in.action == "confirm" ? "add" : in.action == "reject" ? "remove" : in.action;
    if (only_here) out.resume_id = in.resume_id;
    out.job_id = in.job_id;
    if (skill) {
        const auto canonical = parts.knowledge.catalog.lexicon().canonical(*skill);
        out.skill_id = parts.knowledge.catalog.id(canonical);
        out.skill_name = parts.knowledge.catalog.name(canonical);
    } else {
        out.skill_name = in.skill_id.substr(5);
    }
    out.level = in.level;
    out.need = in.need;
    out.created_at = parts.clock();
    return out;
}

/// The caller's résumé, or a job that they may see; or all of their résumés.
Answer<void> check_subject(sql::Connection& c, const std::string& owner, const CorrectionInput& in) {
    if (in.resume_id) {
        const auto resume =
            or_not_found(store::find_resume(c, owner, *in.resume_id), "there is no such résumé");
        if (!resume) return std::unexpected(resume.error());
        return {};
    }
    if (!in.job_id) return {};
    const auto job = or_not_found(store::find_job(c, owner, *in.job_id), "there is no such job");
    if (!job) return std::unexpected(job.error());
    return {};
}

/// Whether `later` says anew what `earlier` said: of the same skill, and of no other document. One of a
/// finished task stays.
bool replaces(const store::Correction& later, const store::Correction& earlier) {
    if (earlier.task_id || earlier.kind != later.kind || earlier.skill_id != later.skill_id) return false;
    if (!earlier.skill_id && earlier.skill_name != later.skill_name) return false;
    if (later.job_id) return earlier.job_id == later.job_id;
    return !later.resume_id || earlier.resume_id == later.resume_id;
}

Answer<Response> create(const Parts& parts, const Call& call) {
    const auto body = call.body<CorrectionInput>();
    if (!body) return std::unexpected(body.error());
    const auto correction = make_correction(parts, *body);
    if (!correction) return std::unexpected(correction.error());
    const std::string& owner = call.caller.user_id;
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = check_subject(c, owner, *body); !ok) return ok;
        const auto earlier = store::list_corrections(c, owner, correction->kind);
        if (!earlier) return std::unexpected(earlier.error());
        for (const store::Correction& e : *earlier) {
            if (!replaces(*correction, e)) continue;
            if (const auto gone = store::delete_correction(c, owner, e.id); !gone)
                return std::unexpected(gone.error());
        }
        if (auto done = store::add_correction(c, owner, *correction); !done) return pass_on(done);
        return {};
    });
    if (!added) return pass_on(added);
    auto rescored =
        rescore(parts, owner, correction->resume_id.value_or(""), correction->job_id.value_or(""));
    if (!rescored) return pass_on(rescored);
    return http::json_reply(
        201, CorrectionResult{to_wire(*correction, parts.knowledge.catalog), std::move(rescored->rescored),
                              std::move(rescored->run_ids)});
}

/// The newest first; a person makes dozens, not thousands.
std::vector<store::Correction> newest_first(std::vector<store::Correction> all) {
    std::reverse(all.begin(), all.end());
    return all;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"resume_id", "job_id", "skill_id", "limit", "cursor"}); !ok)
        return pass_on(ok);
    const auto all = parts.database.read(
        [&](sql::Connection& c) { return store::list_corrections(c, call.caller.user_id, ""); });
    if (!all) return std::unexpected(all.error());
    const auto wanted = [&](const char* name, const std::optional<std::string>& value) {
        const auto asked = call.query_value(name);
        return !asked || value == asked;
    };
    const auto of_resume = [&](const store::Correction& c) {
        return wanted("resume_id", c.resume_id) || (c.kind == "resume_skill" && !c.resume_id);
    };
    std::string name = "corrections " + call.caller.user_id;
    for (const char* p : {"resume_id", "job_id", "skill_id"}) name += "|" + call.query_value(p).value_or("");
    std::vector<CorrectionWire> out;
    for (const store::Correction& c : newest_first(*all)) {
        if (c.kind != "resume_skill" && c.kind != "job_requirement") continue;
        if (of_resume(c) && wanted("job_id", c.job_id) && wanted("skill_id", c.skill_id))
            out.push_back(to_wire(c, parts.knowledge.catalog));
    }
    return page_of_whole(parts, call, name, std::move(out));
}

Answer<store::Correction> find(sql::Connection& c, const std::string& owner, std::string_view id,
                               bool alias) {
    const auto all = store::list_corrections(c, owner, alias ? "alias" : "");
    if (!all) return std::unexpected(all.error());
    for (const store::Correction& x : *all) {
        if (x.id == id && (alias || x.kind == "resume_skill" || x.kind == "job_requirement")) return x;
    }
    return std::unexpected(Error{ErrorCode::not_found, "there is no such correction", {}, {}});
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto found = read(parts, [&](sql::Connection& c) {
        return find(c, call.caller.user_id, call.path_value("correction_id"), false);
    });
    if (!found) return std::unexpected(found.error());
    return http::json_reply(200, to_wire(*found, parts.knowledge.catalog));
}

Answer<Response> take_back(const Parts& parts, const Call& call, std::string_view id, bool alias) {
    const std::string& owner = call.caller.user_id;
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<store::Correction> {
        auto found = find(c, owner, id, alias);
        if (!found) return found;
        if (found->task_id)
            return http::refuse(409, ErrorCode::conflict, "a finished task made this", {},
                                "Undo the task instead");
        const auto deleted = store::delete_correction(c, owner, found->id);
        if (!deleted) return std::unexpected(deleted.error());
        return found;
    });
    if (!gone) return pass_on(gone);
    auto rescored = rescore(parts, owner, gone->resume_id.value_or(""), gone->job_id.value_or(""));
    if (!rescored) return pass_on(rescored);
    return http::json_reply(200, RescoredList{std::move(rescored->rescored), std::move(rescored->run_ids)});
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    return take_back(parts, call, call.path_value("correction_id"), false);
}

Answer<Response> remove_alias(const Parts& parts, const Call& call) {
    return take_back(parts, call, call.path_value("alias_id"), true);
}

Answer<Response> create_alias(const Parts& parts, const Call& call) {
    const auto body = call.body<AliasInput>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_text("text", body->text, 1, 120); !ok) return pass_on(ok);
    if (auto ok = check_word("action", body->action, {"confirm", "reject"}); !ok) return pass_on(ok);
    const std::string spelling = text::normal_name(body->text);
    if (spelling.empty()) return bad("text", "expected a word");
    const auto& catalog = parts.knowledge.catalog;
    const auto skill = catalog.find_skill(body->skill_id);
    if (!skill) return bad("skill_id", "there is no such skill");
    const auto canonical = catalog.lexicon().canonical(*skill);
    store::Correction alias;
    alias.id = make_uuid();
    alias.kind = "alias";
    alias.action = body->action;
    alias.skill_id = catalog.id(canonical);
    alias.skill_name = catalog.name(canonical);
    alias.alias = body->text;
    alias.created_at = parts.clock();
    const std::string& owner = call.caller.user_id;
    auto added = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto earlier = store::list_corrections(c, owner, "alias");
        if (!earlier) return std::unexpected(earlier.error());
        for (const store::Correction& e : *earlier) {
            if (e.skill_id != alias.skill_id || text::normal_name(e.alias.value_or("")) != spelling) continue;
            if (const auto gone = store::delete_correction(c, owner, e.id); !gone)
                return std::unexpected(gone.error());
        }
        if (auto done = store::add_correction(c, owner, alias); !done) return pass_on(done);
        return {};
    });
    if (!added) return pass_on(added);
    auto rescored = rescore(parts, owner, "", "");
    if (!rescored) return pass_on(rescored);
    return http::json_reply(201, AliasResult{alias_wire(alias, catalog), std::move(rescored->rescored),
                                             std::move(rescored->run_ids)});
}

Answer<Response> list_aliases(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"q", "skill_id", "limit", "cursor"}); !ok) return pass_on(ok);
    const auto all = parts.database.read(
        [&](sql::Connection& c) { return store::list_corrections(c, call.caller.user_id, "alias"); });
    if (!all) return std::unexpected(all.error());
    const std::string wanted = text::normal_name(call.query_value("q").value_or(""));
    const auto skill = call.query_value("skill_id");
    std::vector<AliasWire> out;
    for (const store::Correction& c : *all) {
        if (skill && c.skill_id != skill) continue;
        if (text::normal_name(c.alias.value_or("")).find(wanted) == std::string::npos) continue;
        out.push_back(alias_wire(c, parts.knowledge.catalog));
    }
    std::ranges::stable_sort(out, {}, &AliasWire::text);
    return page_of_whole(parts, call,
                         "aliases " + call.caller.user_id + "|" + wanted + "|" + skill.value_or(""),
                         std::move(out));
}

}  // namespace

void add_correction_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/corrections", .handler = with(parts, list)});
    router.add({.method = Method::post, .pattern = "/api/corrections", .handler = with(parts, create)});
    router.add(
        {.method = Method::get, .pattern = "/api/corrections/{correction_id}", .handler = with(parts, show)});
    router.add({.method = Method::delete_,
                .pattern = "/api/corrections/{correction_id}",
                .handler = with(parts, remove)});
    router.add({.method = Method::get, .pattern = "/api/aliases", .handler = with(parts, list_aliases)});
    router.add({.method = Method::post, .pattern = "/api/aliases", .handler = with(parts, create_alias)});
    router.add({.method = Method::delete_,
                .pattern = "/api/aliases/{alias_id}",
                .handler = with(parts, remove_alias)});
}

}  // namespace headway::api
