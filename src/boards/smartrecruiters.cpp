// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/smartrecruiters.hpp"

#include "boards/answer.hpp"
#include "boards/dates.hpp"
#include "boards/markup.hpp"

namespace headway::boards {
namespace {

constexpr std::size_t most_queries = 10;
constexpr int page_size = 100;
constexpr int most_pages = 3;

std::string postings(const std::string& board) {
    return "https://api.smartrecruiters.com/v1/companies/" + board + "/postings";
}

Result<std::vector<Request>> requests(const Ask& ask) {
    if (!is_board_name(ask.board)) return bad_board("the last part of careers.smartrecruiters.com/NAME");
    Search keywords = ask.search;
    keywords.locations.clear();
    std::vector<Request> out;
    for (const Query& q : queries_of(keywords, most_queries)) {
        std::string url = postings(ask.board) + "?limit=100&offset=0";
        if (!q.keyword.empty()) url += "&q=" + escaped(q.keyword);
        out.push_back({std::move(url), {}, {}});
    }
    return out;
}

Result<Lead> lead_of(json::Node entry, const Ask& ask) {
    Lead out;
    FetchedJob& job = out.job;
    job.source = smartrecruiters().name;
    job.external_id = id_of(entry["id"]);
    job.title = line_of(entry["name"]);
    job.company = line_of(entry["company"]["name"]);
    if (job.company.empty()) job.company = ask.board;
    const json::Node place = entry["location"];
    job.location = joined({line_of(place["city"]), line_of(place["region"]), line_of(place["country"])});
    job.remote = truth_of(place["remote"]).value_or(false);
    job.job_type = job_type_of(line_of(entry["typeOfEmployment"]["label"]));
    job.posted_on = day_of(entry["releasedDate"], ask.now);
    job.tags = {line_of(entry["department"]["label"]), line_of(entry["function"]["label"])};
    if (!is_board_name(job.external_id)) return fail(ErrorCode::invalid, "without an id");
    if (job.title.empty()) return fail(ErrorCode::invalid, "without a title");
    job.url = url_of("https://jobs.smartrecruiters.com/" + ask.board + "/" + job.external_id);
    out.request = {postings(ask.board) + "/" + job.external_id, {}, {}};
    return out;
}

Result<Batch> read(std::string_view bytes, const Ask& ask, const Request& asked) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node list = tree->root()["content"];
    if (!list.is_list()) return other_shape();
    Batch out;
    for (std::size_t i = 0; i < std::min(list.size(), most_entries); ++i) {
        auto lead = lead_of(list.item(i), ask);
        if (lead) {
            out.leads.push_back(std::move(*lead));
        } else {
            out.refused.add(lead.error().what);
        }
    }
    const int offset = number_in(asked.url, "offset");
    const auto total = tree->root()["totalFound"].whole().value_or(0);
    if (list.size() > 0 && offset + page_size < total && offset < page_size * (most_pages - 1))
        out.next = Request{with_number(asked.url, "offset", offset + page_size), {}, {}};
    return out;
}

Result<FetchedJob> read_text(std::string_view bytes, const Lead& lead, const Ask&) {
    const auto tree = parse_answer(bytes);
    if (!tree) return std::unexpected(tree.error());
    const json::Node sections = tree->root()["jobAd"]["sections"];
    if (!sections.is_object()) return other_shape();
    FetchedJob job = lead.job;
    std::vector<std::string> parts;
    for (const char* name :
         {"companyDescription", "jobDescription", "qualifications", "additionalInformation"}) {
        const std::string text = text_of_markup(sections[name]["text"].text().value_or(""));
        if (text.empty()) continue;
        parts.push_back(joined({line_of(sections[name]["title"]), text}, "\n"));
    }
    job.description = joined(parts, "\n\n");
    if (auto url = url_of(tree->root()["postingUrl"])) job.url = std::move(url);
    return settle(std::move(job));
}

}  // namespace

const Source& smartrecruiters() {
    static const Source source = {"smartrecruiters", Source::Needs::board, true, false, requests, read,
                                  read_text};
    return source;
}

}  // namespace headway::boards
