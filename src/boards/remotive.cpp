// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/remotive.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_queries = 5;  // it asks for few requests

Result<std::vector<Request>> requests(const Ask& ask) {
    Search keywords = ask.search;
    keywords.locations.clear();
    std::vector<Request> out;
    for (const Query& q : queries_of(keywords, most_queries)) {
        std::string url = "https://remotive.com/api/remote-jobs?limit=100";
        if (!q.keyword.empty()) url += "&search=" + escaped(q.keyword);
        out.push_back({std::move(url), {}, {}});
    }
    return out;
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = remotive().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(entry["title"]);
    job.company = line_of(entry["company_name"]);
    job.location = line_of(entry["candidate_required_location"]);
    job.remote = true;  // it has no others
    job.job_type = job_type_of(line_of(entry["job_type"]));
    job.url = url_of(entry["url"]);
    job.salary = salary_of_text(line_of(entry["salary"]));
    job.posted_on = day_of(entry["publication_date"], ask.now);
    job.tags = lines_of(entry["tags"]);
    job.tags.push_back(line_of(entry["category"]));
    job.description = text_of_markup(entry["description"].text().value_or(""));
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request&) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node jobs = tree->root()["jobs"];
    if (!jobs.is_list()) return other_shape();
    Batch out;
    read_entries(jobs, out, [&](json::Node entry) { return job_of(entry, ask); });
    return out;
}

}  // namespace

const Source& remotive() {
    static const Source source = {"remotive", Source::Needs::nothing, true, false, requests, read};
    return source;
}

}  // namespace headway::boards
