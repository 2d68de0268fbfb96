// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/usajobs.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_queries = 10;

Result<std::vector<Request>> requests(const Ask& ask) {
    if (ask.keys.usajobs_key.empty() || ask.keys.usajobs_email.empty())
        return fail(ErrorCode::unavailable, "no key is configured", {},
                    "Whoever runs the program sets usajobs-email and usajobs-key");
    std::vector<Request> out;
    for (const Query& q : queries_of(ask.search, most_queries)) {
        std::string url = "https://data.usajobs.gov/api/search?ResultsPerPage=100";
        if (!q.keyword.empty()) url += "&Keyword=" + escaped(q.keyword);
        if (!q.location.empty()) url += "&LocationName=" + escaped(q.location);
        // It knows its callers by the address that they registered as their User-Agent.
        out.push_back(
            {std::move(url),
             {},
             {{"User-Agent", ask.keys.usajobs_email}, {"Authorization-Key", ask.keys.usajobs_key}}});
    }
    return out;
}

std::string text_of(json::Node ad) {
    const json::Node details = ad["UserArea"]["Details"];
    std::vector<std::string> parts = {text_of_markup(details["JobSummary"].text().value_or(""))};
    const json::Node duties = details["MajorDuties"];
    std::string list;
    for (const std::string& duty : lines_of(duties)) list += (list.empty() ? "• " : "\n• ") + duty;
    if (list.empty()) list = text_of_markup(duties.text().value_or(""));
    const auto under = [&](const char* heading, const std::string& text) {
        if (!text.empty()) parts.push_back(std::string(heading) + "\n" + text);
    };
    under("Duties", list);
    under("Qualifications", text_of_markup(ad["QualificationSummary"].text().value_or("")));
    under("Requirements", text_of_markup(details["Requirements"].text().value_or("")));
    under("Education", text_of_markup(details["Education"].text().value_or("")));
    return joined(parts, "\n\n");
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    const json::Node ad = entry["MatchedObjectDescriptor"];
    FetchedJob job;
    job.source = usajobs().name;
    job.external_id = id_of(entry["MatchedObjectId"]);
    if (job.external_id.empty()) job.external_id = id_of(ad["PositionID"]);
    job.title = line_of(ad["PositionTitle"]);
    job.company = line_of(ad["OrganizationName"]);
    if (job.company.empty()) job.company = line_of(ad["DepartmentName"]);
    job.location = line_of(ad["PositionLocationDisplay"]);
    if (job.location.empty()) job.location = joined(lines_of(ad["PositionLocation"], "LocationName"), "; ");
    job.remote = truth_of(ad["UserArea"]["Details"]["RemoteIndicator"]).value_or(says_remote(job.location));
    job.job_type = job_type_of(joined(lines_of(ad["PositionSchedule"], "Name"), " "));
    job.url = url_of(ad["PositionURI"]);
    const json::Node pay = ad["PositionRemuneration"].item(0);
    std::string period = line_of(pay["Description"]);
    if (!period_of(period)) period = line_of(pay["RateIntervalCode"]);
    job.salary = salary_of(amount_of(pay["MinimumRange"]), amount_of(pay["MaximumRange"]), "", period);
    job.posted_on = day_of(ad["PublicationStartDate"], ask.now);
    job.tags = lines_of(ad["JobCategory"], "Name");
    job.description = text_of(ad);
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request&) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node jobs = tree->root()["SearchResult"]["SearchResultItems"];
    if (!jobs.is_list()) return other_shape();
    Batch out;
    read_entries(jobs, out, [&](json::Node entry) { return job_of(entry, ask); });
    return out;
}

}  // namespace

const Source& usajobs() {
    static const Source source = {"usajobs", Source::Needs::key, true, true, requests, read};
    return source;
}

}  // namespace headway::boards
