// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ask_source.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "boards/job_page.hpp"

namespace headway::flows {
namespace {

/// Answers of a source that are read in all, over its requests and their pages.
constexpr int most_answers = 20;

std::string reason_of(const Error& error) {
    return error.code == ErrorCode::internal ? "Something went wrong in the program." : error.message();
}

/// The body of an answer that is one.
Result<std::string> body_of(Result<net::Response> response) {
    if (!response) return pass_on(response);
    if (response->status >= 200 && response->status < 300) return std::move(response->body);
    if (response->status == 404 || response->status == 410)
        return fail(ErrorCode::not_found, "there is nothing at this address (any more)");
    return fail(ErrorCode::unavailable, fmt::format("the host answers with HTTP {}", response->status));
}

Result<std::string> ask(const Outside& outside, const boards::Request& request, const net::GoOn& go_on) {
    return body_of(
        outside.client.send({asked_at(outside, request.url), request.body, request.headers}, go_on));
}

/// The best first: a keyword in the title, then the newest.
template <class Entry, class Job>
void keep_best(std::vector<Entry>& entries, const boards::Search& search, std::size_t most, Job job) {
    std::ranges::stable_sort(entries, [&](const Entry& a, const Entry& b) {
        const bool title_a = boards::title_fits(job(a), search);
        const bool title_b = boards::title_fits(job(b), search);
        if (title_a != title_b) return title_a;
        return job(a).posted_on > job(b).posted_on;
    });
    if (entries.size() > most)
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(most), entries.end());
}

/// Everything that a source's lists hold and that fits.
struct Listed {
    std::vector<boards::FetchedJob> jobs;
    std::vector<boards::Lead> leads;
};

void take(const boards::Source& source, const boards::Ask& question, boards::Batch& batch, Listed& out) {
    const auto is_new = [](const auto& known, const boards::FetchedJob& job, auto get) {
        return std::ranges::none_of(known,
                                    [&](const auto& k) { return get(k).external_id == job.external_id; });
    };
    for (boards::FetchedJob& job : batch.jobs) {
        const auto self = [](const boards::FetchedJob& j) -> const boards::FetchedJob& { return j; };
        if (boards::fits(job, question.search, source) && is_new(out.jobs, job, self))
            out.jobs.push_back(std::move(job));
    }
    for (boards::Lead& lead : batch.leads) {
        const auto inner = [](const boards::Lead& l) -> const boards::FetchedJob& { return l.job; };
        if (boards::fits(lead.job, question.search, source) && is_new(out.leads, lead.job, inner))
            out.leads.push_back(std::move(lead));
    }
}

Listed read_lists(const Outside& outside, const boards::Source& source, const boards::Ask& question,
                  std::vector<boards::Request> open, std::size_t most, const net::GoOn& go_on, Given& given) {
    Listed out;
    for (int answers = 0; !open.empty() && answers < most_answers; ++answers) {
        if (go_on && !go_on()) return out;
        const boards::Request request = open.front();
        open.erase(open.begin());
        const auto body = ask(outside, request, go_on);
        auto batch = body ? source.read(*body, question, request) : std::unexpected(body.error());
        if (!batch) {
            given.reasons.push_back(reason_of(batch.error()));
            if (batch.error().code != ErrorCode::invalid) break;  // the same host would say the same again
            continue;
        }
        given.refused.merge(batch->refused);
        take(source, question, *batch, out);
        if (batch->next && out.jobs.size() + out.leads.size() < most) open.push_back(std::move(*batch->next));
    }
    return out;
}

/// How many requests the search is worth to a source that searches itself.
std::size_t combinations(const boards::Source& source, const boards::Search& search) {
    const std::size_t keywords =
        source.searches_keywords ? std::max<std::size_t>(search.keywords.size(), 1) : 1;
    const std::size_t places =
        source.searches_locations ? std::max<std::size_t>(search.locations.size(), 1) : 1;
    return keywords * places;
}

}  // namespace

Given ask_source(const Outside& outside, const boards::Source& source, const boards::Ask& question,
                 std::size_t most, const net::GoOn& go_on) {
    Given out;
    if (source.needs == boards::Source::Needs::board && question.board.empty()) {
        out.reasons.emplace_back("It has a board for each employer: name one in boards.");
        return out;
    }
    auto requests = source.requests(question);
    if (!requests) {
        out.reasons.push_back(reason_of(requests.error()));
        return out;
    }
    if (requests->size() < combinations(source, question.search))
        out.reasons.push_back(
            fmt::format("Only the first {} combinations of keyword and place were asked.", requests->size()));
    Listed listed = read_lists(outside, source, question, std::move(*requests), most, go_on, out);
    keep_best(listed.leads, question.search, most,
              [](const boards::Lead& l) -> const boards::FetchedJob& { return l.job; });
    for (const boards::Lead& lead : listed.leads) {
        if (go_on && !go_on()) break;
        const auto body = ask(outside, lead.request, go_on);
        auto job = body ? source.read_text(*body, lead, question) : std::unexpected(body.error());
        if (job) {
            listed.jobs.push_back(std::move(*job));
            continue;
        }
        out.refused.add("whose text could not be read");
        if (!body && body.error().code != ErrorCode::not_found) {
            out.reasons.push_back(reason_of(body.error()));
            break;
        }
    }
    keep_best(listed.jobs, question.search, most,
              [](const boards::FetchedJob& j) -> const boards::FetchedJob& { return j; });
    out.jobs = std::move(listed.jobs);
    return out;
}

Given ask_page(const Outside& outside, const std::string& url, std::size_t most, Timestamp now,
               const net::GoOn& go_on) {
    Given out;
    auto response = outside.client.send({url, {}, {}}, go_on);
    // Where it came from in the end is what tells a page from others.
    const std::string address = response ? response->url : url;
    const auto body = body_of(std::move(response));
    auto batch = body ? boards::read_job_page(*body, address, now) : std::unexpected(body.error());
    if (!batch) {
        out.reasons.push_back(reason_of(batch.error()));
        return out;
    }
    out.refused = batch->refused;
    out.jobs = std::move(batch->jobs);
    if (out.jobs.size() > most)
        out.jobs.erase(out.jobs.begin() + static_cast<std::ptrdiff_t>(most), out.jobs.end());
    return out;
}

}  // namespace headway::flows
