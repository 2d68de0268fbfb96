// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/arbeitnow.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr int most_pages = 3;  // of 100

Result<std::vector<Request>> requests(const Ask&) {
    return std::vector<Request>{{"https://www.arbeitnow.com/api/job-board-api?page=1", {}, {}}};
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = arbeitnow().name;
    job.external_id = id_of(entry["slug"]);
    job.title = line_of(entry["title"]);
    job.company = line_of(entry["company_name"]);
    job.location = line_of(entry["location"]);
    job.remote = truth_of(entry["remote"]).value_or(false);
    for (const std::string& type : lines_of(entry["job_types"])) {
        if (!job.job_type) job.job_type = job_type_of(type);
    }
    job.url = url_of(entry["url"]);
    job.posted_on = day_of(entry["created_at"], ask.now);
    job.tags = lines_of(entry["tags"]);
    job.description = text_of_markup(entry["description"].text().value_or(""));
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request& asked) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node jobs = tree->root()["data"];
    if (!jobs.is_list()) return other_shape();
    Batch out;
    read_entries(jobs, out, [&](json::Node entry) { return job_of(entry, ask); });
    const int page = number_in(asked.url, "page");
    if (jobs.size() > 0 && page < most_pages && !tree->root()["links"]["next"].is_nothing())
        out.next = Request{with_number(asked.url, "page", page + 1), {}, {}};
    return out;
}

}  // namespace

const Source& arbeitnow() {
    static const Source source = {"arbeitnow", Source::Needs::nothing, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
