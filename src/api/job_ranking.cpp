// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "api/fits.hpp"
#include "api/input.hpp"
#include "api/jobs.hpp"
#include "api/wire_job.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::int64_t most_ranked = 100;
constexpr std::int64_t usually_ranked = 25;

struct RankedJobWire {
    std::int64_t rank = 1;
    double fit = 0;
    JobSummaryWire job;
    std::optional<double> score;
    std::optional<std::string> gap_report_id;
};
BOOST_DESCRIBE_STRUCT(RankedJobWire, (), (rank, fit, job, score, gap_report_id))

struct JobRankingWire {
    std::string resume_id;
    std::int64_t considered = 0;
    std::vector<RankedJobWire> items;
    std::vector<std::string> leaves_out;
};
BOOST_DESCRIBE_STRUCT(JobRankingWire, (), (resume_id, considered, items, leaves_out))

struct Ranked {
    std::size_t considered = 0;
    std::vector<flows::RankedJobId> best;
};

Answer<std::vector<std::string>> saved_ids(const Parts& parts, const std::string& caller) {
    return read(parts, [&](sql::Connection& c) -> Answer<std::vector<std::string>> {
        auto ids = store::list_saved_job_ids(c, caller);
        if (!ids) return pass_on(ids);
        return std::move(*ids);
    });
}

/// The saved ones only: they are few.
Ranked rank_these(const Parts& parts, const flows::Candidate& candidate, const std::vector<std::string>& ids,
                  std::size_t most) {
    const auto fits = parts.ranking.fits(candidate, ids);
    Ranked out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (fits[i]) out.best.push_back({ids[i], *fits[i]});
    }
    out.considered = out.best.size();
    std::sort(out.best.begin(), out.best.end(), flows::ranks_before);
    if (out.best.size() > most) out.best.resize(most);
    return out;
}

Answer<Ranked> rank_jobs(const Parts& parts, const flows::Candidate& candidate,
                         const std::optional<std::string>& saved, std::size_t most) {
    std::vector<std::string> ids;
    if (saved) {
        auto found = saved_ids(parts, candidate.owner);
        if (!found) return pass_on(found);
        ids = std::move(*found);
    }
    if (saved == "true") return rank_these(parts, candidate, ids, most);
    Ranked out;
    flows::JobRanking::Narrowing narrowing;
    narrowing.without = ids;
    out.best = parts.ranking.best(candidate, most, narrowing);
    const auto fits = parts.ranking.fits(candidate, ids);
    out.considered = parts.ranking.count(candidate.owner) -
                     static_cast<std::size_t>(std::count_if(fits.begin(), fits.end(),
                                                            [](const auto& f) { return f.has_value(); }));
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call, const Fits& fits, const Ranked& ranked) {
    const std::string& caller = call.caller.user_id;
    JobRankingWire out;
    out.resume_id = fits.candidate()->resume.id;
    out.considered = static_cast<std::int64_t>(ranked.considered);
    const auto sentences = flows::what_fit_leaves_out();
    out.leaves_out.assign(sentences.begin(), sentences.end());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        out.items.clear();
        for (const flows::RankedJobId& place : ranked.best) {
            const auto job = store::find_job(c, caller, place.id);
            if (!job) return std::unexpected(job.error());
            if (!*job) continue;  // gone a moment ago
            const auto context = context_of(c, caller, **job, fits);
            if (!context) return std::unexpected(context.error());
            const auto report = store::latest_gap_report(c, caller, place.id, out.resume_id);
            if (!report) return std::unexpected(report.error());
            RankedJobWire& item = out.items.emplace_back();
            item.rank = static_cast<std::int64_t>(out.items.size());
            item.fit = two_decimals(place.fit);
            item.job = to_summary(**job, *context);
            if (*report) {
                item.score = (*report)->score;
                item.gap_report_id = (*report)->id;
            }
        }
        return http::json_reply(200, out);
    });
}

Answer<Response> rank(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"resume_id", "limit", "saved"}); !ok) return pass_on(ok);
    const auto limit = call.query_number("limit", 1, most_ranked);
    if (!limit) return std::unexpected(limit.error());
    const auto saved = call.query_value("saved");
    if (saved) {
        if (auto ok = check_word("saved", *saved, {"true", "false"}); !ok) return pass_on(ok);
    }
    const auto fits = Fits::find(parts, call.caller.user_id, call.query_value("resume_id"));
    if (!fits) return std::unexpected(fits.error());
    if (!fits->candidate())
        return http::refuse(404, ErrorCode::not_found, "there is no résumé that was read", {},
                            "Upload one, or paste its text");
    const auto ranked = rank_jobs(parts, *fits->candidate(), saved,
                                  static_cast<std::size_t>(limit->value_or(usually_ranked)));
    if (!ranked) return std::unexpected(ranked.error());
    return show(parts, call, *fits, *ranked);
}

}  // namespace

void add_job_ranking_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/jobs/ranking", .handler = with(parts, rank)});
}

}  // namespace headway::api
