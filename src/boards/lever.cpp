// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/lever.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr int page_size = 100;
constexpr int most_pages = 5;

Result<std::vector<Request>> requests(const Ask& ask) {
    if (!is_board_name(ask.board)) return bad_board("the last part of jobs.lever.co/NAME");
    return std::vector<Request>{
        {"https://api.lever.co/v0/postings/" + ask.board + "?mode=json&limit=100&skip=0", {}, {}}};
}

/// A part in HTML, or else its twin in plain text.
std::string part(json::Node entry, const char* markup, const char* plain) {
    std::string out = text_of_markup(entry[markup].text().value_or(""));
    return out.empty() ? text_of_markup(entry[plain].text().value_or("")) : out;
}

std::string text_of(json::Node entry) {
    std::vector<std::string> parts = {part(entry, "description", "descriptionPlain")};
    const json::Node lists = entry["lists"];
    for (std::size_t i = 0; i < std::min<std::size_t>(lists.size(), 50); ++i) {
        const json::Node list = lists.item(i);
        parts.push_back(line_of(list["text"]) + "\n" +
                        text_of_markup("<ul>" + list["content"].text().value_or("") + "</ul>"));
    }
    parts.push_back(part(entry, "additional", "additionalPlain"));
    return joined(parts, "\n\n");
}

Result<FetchedJob> job_of(json::Node entry, const Ask& ask) {
    FetchedJob job;
    job.source = lever().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(entry["text"]);
    job.company = ask.board;
    const json::Node categories = entry["categories"];
    job.location = line_of(categories["location"]);
    const std::string place = line_of(entry["workplaceType"]);
    job.remote = place == "remote" || (place != "hybrid" && place != "on-site" && says_remote(job.location));
    job.job_type = job_type_of(line_of(categories["commitment"]));
    job.url = url_of(entry["hostedUrl"]);
    const json::Node range = entry["salaryRange"];
    job.salary = salary_of(amount_of(range["min"]), amount_of(range["max"]), line_of(range["currency"]),
                           line_of(range["interval"]));
    job.posted_on = day_of(entry["createdAt"], ask.now);
    job.tags = {line_of(categories["team"]), line_of(categories["department"])};
    job.description = text_of(entry);
    return job;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request& asked) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    if (!tree->root().is_list()) return other_shape();
    Batch out;
    read_entries(tree->root(), out, [&](json::Node entry) { return job_of(entry, ask); });
    const int skipped = number_in(asked.url, "skip");
    if (tree->root().size() == page_size && skipped < page_size * (most_pages - 1))
        out.next = Request{with_number(asked.url, "skip", skipped + page_size), {}, {}};
    return out;
}

}  // namespace

const Source& lever() {
    static const Source source = {"lever", Source::Needs::board, false, false, requests, read};
    return source;
}

}  // namespace headway::boards
