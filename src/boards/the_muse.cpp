// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/the_muse.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr int most_pages = 5;  // of 20

Result<std::vector<Request>> requests(const Ask&) {
    return std::vector<Request>{{"https://www.themuse.com/api/public/jobs?page=1&descending=true", {}, {}}};
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = the_muse().name;
    job.url = url_of(entry["refs"]["landing_page"]);
    job.external_id = id_of(entry["id"]);
    if (job.external_id.empty()) job.external_id = job.url.value_or("");
    job.title = line_of(entry["name"]);
    job.company = line_of(entry["company"]["name"]);
    const auto places = lines_of(entry["locations"], "name");
    job.location = joined(places, "; ");
    job.remote = std::ranges::any_of(places, [](const std::string& p) { return says_remote(p); });
    job.job_type = job_type_of(joined(lines_of(entry["levels"], "name"), " "));
    job.posted_on = day_of(entry["publication_date"], ask.now);
    job.tags = lines_of(entry["categories"], "name");
    job.description = text_of_markup(entry["contents"].text().value_or(""));
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request& asked) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node jobs = tree->root()["results"];
    if (!jobs.is_list()) return other_shape();
    Batch out;
    read_entries(jobs, out, [&](json::Node entry) { return job_of(entry, ask); });
    const int page = number_in(asked.url, "page");
    if (jobs.size() > 0 && page < most_pages && page < tree->root()["page_count"].whole().value_or(0))
        out.next = Request{with_number(asked.url, "page", page + 1), {}, {}};
    return out;
}

}  // namespace

const Source& the_muse() {
    static const Source source = {"the_muse", Source::Needs::nothing, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
