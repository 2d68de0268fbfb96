// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/greenhouse.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

Result<std::vector<Request>> requests(const Ask& ask) {
    if (!is_board_name(ask.board)) return bad_board("the last part of boards.greenhouse.io/NAME");
    return std::vector<Request>{
        {"https://boards-api.greenhouse.io/v1/boards/" + ask.board + "/jobs?content=true", {}, {}}};
}

/// Amounts come in hundredths.
std::optional<Salary> pay_of(json::Node ranges) {
    const json::Node range = ranges.item(0);
    auto min = amount_of(range["min_cents"]);
    auto max = amount_of(range["max_cents"]);
    for (auto* cents : {&min, &max}) {
        if (*cents) **cents /= 100;
    }
    return salary_of(min, max, line_of(range["currency_type"]), line_of(range["title"]));
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = greenhouse().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(entry["title"]);
    job.company = line_of(entry["company_name"]);
    if (job.company.empty()) job.company = ask.board;
    job.location = line_of(entry["location"]["name"]);
    job.remote = says_remote(job.location);
    job.url = url_of(entry["absolute_url"]);
    job.salary = pay_of(entry["pay_input_ranges"]);
    job.posted_on = day_of(entry["first_published"], ask.now);
    if (!job.posted_on) job.posted_on = day_of(entry["updated_at"], ask.now);
    job.tags = lines_of(entry["departments"], "name");
    job.description = text_of_markup(entry["content"].text().value_or(""));
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

const Source& greenhouse() {
    static const Source source = {"greenhouse", Source::Needs::board, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
