// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/ashby.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

Result<std::vector<Request>> requests(const Ask& ask) {
    if (!is_board_name(ask.board)) return bad_board("the last part of jobs.ashbyhq.com/NAME");
    return std::vector<Request>{
        {"https://api.ashbyhq.com/posting-api/job-board/" + ask.board + "?includeCompensation=true", {}, {}}};
}

/// Of the components of pay, the salary; others are equity and bonus.
std::optional<Salary> pay_of(json::Node components) {
    for (std::size_t i = 0; i < std::min<std::size_t>(components.size(), 50); ++i) {
        const json::Node c = components.item(i);
        if (line_of(c["compensationType"]) != "Salary") continue;
        return salary_of(amount_of(c["minValue"]), amount_of(c["maxValue"]), line_of(c["currencyCode"]),
                         line_of(c["interval"]));
    }
    return std::nullopt;
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    if (truth_of(entry["isListed"]) == false) return fail(ErrorCode::invalid, "not listed by its board");
    FetchedJob job;
    job.source = ashby().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(entry["title"]);
    job.company = ask.board;
    std::vector<std::string> places = {line_of(entry["location"])};
    for (std::string& place : lines_of(entry["secondaryLocations"], "location"))
        places.push_back(std::move(place));
    job.location = joined(places, "; ");
    job.remote = truth_of(entry["isRemote"]).value_or(line_of(entry["workplaceType"]) == "Remote");
    job.job_type = job_type_of(line_of(entry["employmentType"]));
    job.url = url_of(entry["jobUrl"]);
    job.salary = pay_of(entry["compensation"]["summaryComponents"]);
    job.posted_on = day_of(entry["publishedAt"], ask.now);
    job.tags = {line_of(entry["department"]), line_of(entry["team"])};
    job.description = text_of_markup(entry["descriptionHtml"].text().value_or(""));
    const std::string plain = text_of_markup(entry["descriptionPlain"].text().value_or(""));
    // Both tell the same; a board that cuts one of them tells more with the other.
    if (plain.size() > 2 * job.description.size()) job.description = plain;
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

const Source& ashby() {
    static const Source source = {"ashby", Source::Needs::board, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
