// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/adzuna.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_queries = 10;

Result<std::vector<Request>> requests(const Ask& ask) {
    const Keys& k = ask.keys;
    if (k.adzuna_id.empty() || k.adzuna_key.empty())
        return fail(ErrorCode::unavailable, "no key is configured", {},
                    "Whoever runs the program sets adzuna-id and adzuna-key");
    std::vector<Request> out;
    for (const Query& q : queries_of(ask.search, most_queries)) {
        std::string url = "https://api.adzuna.com/v1/api/jobs/" + escaped(k.adzuna_country) +
                          "/search/1?app_id=" + escaped(k.adzuna_id) + "&app_key=" + escaped(k.adzuna_key) +
                          "&results_per_page=50&content-type=application/json";
        if (!q.keyword.empty()) url += "&what=" + escaped(q.keyword);
        if (!q.location.empty()) url += "&where=" + escaped(q.location);
        out.push_back({std::move(url), {}, {}});
    }
    return out;
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = adzuna().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(text_of_markup(entry["title"].text().value_or("")));  // it marks what was searched
    job.company = line_of(entry["company"]["display_name"]);
    job.location = line_of(entry["location"]["display_name"]);
    job.remote = says_remote(job.location);
    job.job_type = job_type_of(line_of(entry["contract_time"]));
    if (!job.job_type) job.job_type = job_type_of(line_of(entry["contract_type"]));
    job.url = url_of(entry["redirect_url"]);
    // What it predicts is not what the ad says.
    if (id_of(entry["salary_is_predicted"]) != "1")
        job.salary = salary_of(amount_of(entry["salary_min"]), amount_of(entry["salary_max"]), "", "");
    job.posted_on = day_of(entry["created"], ask.now);
    job.tags = {line_of(entry["category"]["label"])};
    job.description = text_of_markup(entry["description"].text().value_or(""));
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request&) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node jobs = tree->root()["results"];
    if (!jobs.is_list()) return other_shape();
    Batch out;
    read_entries(jobs, out, [&](json::Node entry) { return job_of(entry, ask); });
    return out;
}

}  // namespace

const Source& adzuna() {
    static const Source source = {"adzuna", Source::Needs::key, true, true, requests, read};
    return source;
}

}  // namespace headway::boards
