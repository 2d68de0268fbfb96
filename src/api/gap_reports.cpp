// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "api/gap.hpp"
#include "api/gap_place.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "career/support.hpp"
#include "json/json.hpp"

namespace headway::api {
namespace {

using http::Method;

struct Change {
    std::string requirement_id;
    double level = 0;
};
BOOST_DESCRIBE_STRUCT(Change, (), (requirement_id, level))

struct WhatIfRequest {
    std::vector<Change> changes;
};
BOOST_DESCRIBE_STRUCT(WhatIfRequest, (), (changes))

struct WhatIfRequirement {
    std::string requirement_id;
    std::string status;
    double coverage = 0;
    double points = 0;
    double gain = 0;
};
BOOST_DESCRIBE_STRUCT(WhatIfRequirement, (), (requirement_id, status, coverage, points, gain))

struct WhatIf {
    double score_before = 0;
    double score = 0;
    report::WireInterval interval;
    std::vector<WhatIfRequirement> requirements;
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (score_before, score, interval, requirements))

struct RequirementChange {
    std::string requirement_id;
    std::string name;
    std::string change;  ///< added, removed, better, worse
    std::optional<std::string> status_before;
    std::optional<std::string> status_after;
    std::optional<double> held_before;
    std::optional<double> held_after;
    std::optional<double> points_before;
    std::optional<double> points_after;
    std::string because;
};
BOOST_DESCRIBE_STRUCT(RequirementChange, (),
                      (requirement_id, name, change, status_before, status_after, held_before, held_after,
                       points_before, points_after, because))

struct ReportRef {
    std::string gap_report_id;
    std::string resume_name;
    std::string job_title;
    double score = 0;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(ReportRef, (), (gap_report_id, resume_name, job_title, score, created_at))

struct Differences {
    ReportRef before;
    ReportRef after;
    double score_change = 0;
    std::vector<RequirementChange> requirements;
    std::vector<std::string> other;
};
BOOST_DESCRIBE_STRUCT(Differences, (), (before, after, score_change, requirements, other))

double rounded(double v) {
    return std::round(v * 100) / 100;
}

Answer<store::GapReport> get_report(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_gap_report(c, call.caller.user_id, call.path_value("gap_report_id")),
                        "there is no such report");
}

/// A page of the reports of a job and a résumé, either of which may be empty for all.
Answer<Response> list_of(const Parts& parts, const Call& call, const std::string& job_id,
                         const std::string& resume_id) {
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string& owner = call.caller.user_id;
    const bool latest = call.query_value("latest") == "true";
    const std::string name =
        "gap reports " + owner + " " + job_id + " " + resume_id + (latest ? " latest" : "");
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto reports = latest
                           ? store::current_gap_reports(c, owner, job_id, resume_id, *before, page->limit + 1)
                           : store::list_gap_reports(c, owner, job_id, resume_id, *before, page->limit + 1);
        if (!reports) return pass_on(reports);
        List<GapSummaryWire> out;
        if (reports->size() > page->limit) {
            reports->resize(page->limit);
            out.next_cursor = http::make_cursor(parts.cursors, name, reports->back().id);
        }
        for (const store::GapReport& r : *reports) {
            const auto place = place_of(parts, c, owner, r);
            if (!place) return std::unexpected(place.error());
            out.items.push_back(to_summary(r, *place));
        }
        return list_reply(out);
    });
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"job_id", "resume_id", "latest", "limit", "cursor"}); !ok)
        return pass_on(ok);
    if (const auto latest = call.query_value("latest")) {
        if (auto ok = check_word("latest", *latest, {"true", "false"}); !ok) return pass_on(ok);
    }
    return list_of(parts, call, call.query_value("job_id").value_or(""),
                   call.query_value("resume_id").value_or(""));
}

Answer<Response> history(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    const auto r = read(parts, [&](sql::Connection& c) { return get_report(c, call); });
    if (!r) return std::unexpected(r.error());
    return list_of(parts, call, r->job_id, r->resume_id.value_or("-"));
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    const auto gone = parts.database.write([&](sql::Connection& c) {
        return store::delete_gap_report(c, call.caller.user_id, call.path_value("gap_report_id"));
    });
    if (!gone) return std::unexpected(gone.error());
    if (!*gone) return std::unexpected(Error{ErrorCode::not_found, "there is no such report", {}, {}});
    return http::no_content();
}

Answer<Response> re_run(const Parts& parts, const Call& call) {
    const auto r = read(parts, [&](sql::Connection& c) { return get_report(c, call); });
    if (!r) return std::unexpected(r.error());
    if (!r->resume_id) return http::refuse(409, ErrorCode::conflict, "the résumé of this report is gone");
    return reply_of(request_report(parts, call.caller.user_id, *r->resume_id, r->job_id, {}));
}

/// The report's own weights and formula, with other levels held.
WhatIf suppose(const report::WireReport& r, const std::map<std::string, double>& levels) {
    WhatIf out{r.score, 0, r.interval, {}};
    double sum = 0;
    for (const auto& q : r.requirements) sum += q.weight;
    double score = 0;
    for (const auto& q : r.requirements) {
        const auto level = levels.find(q.id);
        double covered = q.coverage;
        std::string status = q.status;
        if (level != levels.end()) {
            covered = career::coverage(1, 1, level->second, q.needed.value);
            status = level->second >= q.needed.value - 0.5 ? "matched" : covered >= 0.3 ? "weak" : "missing";
        }
        const double points = sum > 0 ? 100 * q.weight * covered / sum : 0;
        const double gain = sum > 0 ? 100 * q.weight * (1 - covered) / sum : 0;
        score += points;
        out.requirements.push_back({q.id, status, rounded(covered), rounded(points), rounded(gain)});
    }
    out.score = rounded(std::clamp(score, 0.0, 100.0));
    const double shift = out.score - r.score;
    out.interval.low = rounded(std::clamp(r.interval.low + shift, 0.0, 100.0));
    out.interval.high = rounded(std::clamp(r.interval.high + shift, 0.0, 100.0));
    return out;
}

Answer<Response> what_if(const Parts& parts, const Call& call) {
    const auto body = call.body<WhatIfRequest>();
    if (!body) return std::unexpected(body.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto r = get_report(c, call);
        if (!r) return std::unexpected(r.error());
        const auto content = report_content(c, call.caller.user_id, r->id);
        if (!content) return std::unexpected(content.error());
        std::map<std::string, double> levels;
        for (std::size_t i = 0; i < body->changes.size(); ++i) {
            const Change& change = body->changes[i];
            const std::string field = "changes[" + std::to_string(i) + "]";
            const bool known = std::any_of(content->requirements.begin(), content->requirements.end(),
                                           [&](const auto& q) { return q.id == change.requirement_id; });
            if (!known)
                return std::unexpected(Error{
                    ErrorCode::invalid, "the report has no such requirement", field + ".requirement_id", {}});
            if (!(change.level >= 0 && change.level <= 7))
                return std::unexpected(
                    Error{ErrorCode::invalid, "expected a level, 0 to 7", field + ".level", {}});
            if (!levels.emplace(change.requirement_id, change.level).second)
                return std::unexpected(Error{
                    ErrorCode::invalid, "this requirement is named twice", field + ".requirement_id", {}});
        }
        return http::json_reply(200, suppose(*content, levels));
    });
}

std::string because(const report::WireRequirement* before, const report::WireRequirement* after) {
    if (before == nullptr) return "The job asks for it now.";
    if (after == nullptr) return "The job no longer asks for it.";
    if (after->held && !after->held->reasons.empty()) return after->held->reasons.front();
    if (before->needed.value != after->needed.value) return "The level asked for has changed.";
    return after->held ? "The résumé shows it otherwise now." : "The résumé no longer shows it.";
}

std::optional<double> level_of(const report::WireRequirement& q) {
    return q.held ? std::optional(q.held->value) : std::nullopt;
}

std::vector<RequirementChange> compare(const report::WireReport& before, const report::WireReport& after) {
    std::map<std::string, std::pair<const report::WireRequirement*, const report::WireRequirement*>> all;
    for (const auto& q : before.requirements) all[q.id].first = &q;
    for (const auto& q : after.requirements) all[q.id].second = &q;
    std::vector<RequirementChange> out;
    for (const auto& [id, pair] : all) {
        const auto& [b, a] = pair;
        if (b != nullptr && a != nullptr && b->coverage == a->coverage && b->status == a->status) continue;
        RequirementChange c;
        c.requirement_id = id;
        c.name = a != nullptr ? a->name : b->name;
        c.change = b == nullptr                 ? "added"
                   : a == nullptr               ? "removed"
                   : a->coverage >= b->coverage ? "better"
                                                : "worse";
        if (b != nullptr)
            c.status_before = b->status, c.held_before = level_of(*b), c.points_before = b->points;
        if (a != nullptr) c.status_after = a->status, c.held_after = level_of(*a), c.points_after = a->points;
        c.because = because(b, a);
        out.push_back(std::move(c));
    }
    std::stable_sort(out.begin(), out.end(), [](const RequirementChange& x, const RequirementChange& y) {
        const auto moved = [](const RequirementChange& c) {
            return std::abs(c.points_after.value_or(0) - c.points_before.value_or(0));
        };
        return moved(x) > moved(y);
    });
    return out;
}

ReportRef reference(const store::GapReport& r) {
    return {r.id, r.resume_name, r.job_title, r.score, to_string(r.created_at)};
}

Answer<Response> differences(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"since"}); !ok) return pass_on(ok);
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const std::string& owner = call.caller.user_id;
        const auto after = get_report(c, call);
        if (!after) return std::unexpected(after.error());
        std::optional<store::GapReport> before;
        if (const auto since = call.query_value("since")) {
            auto found = or_not_found(store::find_gap_report(c, owner, *since),
                                      "there is no such report to compare with");
            if (!found) return pass_on(found);
            before = std::move(*found);
        } else {
            const auto older = store::list_gap_reports(c, owner, after->job_id,
                                                       after->resume_id.value_or("-"), after->id, 1);
            if (!older) return std::unexpected(older.error());
            if (older->empty())
                return std::unexpected(
                    Error{ErrorCode::not_found, "there is no report before this one", {}, {}});
            before = older->front();
        }
        const auto from = report_content(c, owner, before->id);
        if (!from) return std::unexpected(from.error());
        const auto to = report_content(c, owner, after->id);
        if (!to) return std::unexpected(to.error());
        Differences out{reference(*before),
                        reference(*after),
                        rounded(after->score - before->score),
                        compare(*from, *to),
                        {}};
        if (from->provenance.version != to->provenance.version)
            out.other.push_back("The program is another version.");
        if (from->provenance.resume_text_hash != to->provenance.resume_text_hash)
            out.other.push_back("The résumé's text has changed.");
        if (from->provenance.job_text_hash != to->provenance.job_text_hash)
            out.other.push_back("The job's text has changed.");
        if (from->provenance.today != to->provenance.today)
            out.other.push_back("Time has passed: roles that go on are longer.");
        const auto code = [](const report::WireReport& r) {
            return r.occupation ? r.occupation->code : std::string();
        };
        if (code(*from) != code(*to)) out.other.push_back("The occupation is another one.");
        return http::json_reply(200, out);
    });
}

}  // namespace

void add_gap_report_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/gap-reports", .handler = with(parts, list)});
    router.add({.method = Method::delete_,
                .pattern = "/api/gap-reports/{gap_report_id}",
                .handler = with(parts, remove)});
    router.add({.method = Method::get,
                .pattern = "/api/gap-reports/{gap_report_id}/history",
                .handler = with(parts, history)});
    router.add({.method = Method::get,
                .pattern = "/api/gap-reports/{gap_report_id}/differences",
                .handler = with(parts, differences)});
    router.add({.method = Method::post,
                .pattern = "/api/gap-reports/{gap_report_id}/what-if",
                .handler = with(parts, what_if)});
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/gap-reports/{gap_report_id}/re-run",
              .handler = with(parts, re_run)});
}

}  // namespace headway::api
