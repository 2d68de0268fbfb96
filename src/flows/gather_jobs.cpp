// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/gather_jobs.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "boards/job_page.hpp"
#include "flows/ask_source.hpp"
#include "net/url.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t longest_reason = 1000;
constexpr std::chrono::milliseconds tell_gap{500};

/// One thing to ask: a source, a board of it, or a page.
struct Unit {
    const boards::Source* source = nullptr;
    std::string board;
    std::string url;

    [[nodiscard]] std::string source_name() const {
        return std::string(source == nullptr ? boards::page_source : source->name);
    }
    /// What tells it from others of its source.
    [[nodiscard]] std::string name() const { return board.empty() ? url : board; }
};

std::vector<Unit> units_of(const FetchInput& input) {
    std::vector<Unit> out;
    for (const BoardName& b : input.boards) out.push_back({boards::find_source(b.source), b.name, {}});
    for (const std::string& url : input.urls) out.push_back({nullptr, {}, url});
    const bool all = input.sources.empty() && out.empty();
    for (const boards::Source* source : boards::all_sources()) {
        const bool named = std::ranges::find(input.sources, source->name) != input.sources.end();
        if (named || (all && source->needs == boards::Source::Needs::nothing))
            out.push_back({source, {}, {}});
    }
    return out;
}

std::unexpected<Error> bad(const std::string& field, const char* what) {
    return fail(ErrorCode::invalid, what, field);
}

/// Takes over those that no earlier source gave in the same words.
void take(Given given, SourceCount& count, std::set<std::string>& seen,
          std::vector<boards::FetchedJob>& out) {
    for (boards::FetchedJob& job : given.jobs) {
        ++count.found;
        const std::string text = boards::comparable_text(job.title, job.description) + "\n" + job.location;
        const bool fresh_text = seen.insert("t" + text).second;
        const bool fresh_id = seen.insert("i" + job.source + "\n" + job.external_id).second;
        if (fresh_text && fresh_id) {
            out.push_back(std::move(job));
        } else {
            ++count.duplicates;
        }
    }
    count.refused += static_cast<std::int64_t>(given.refused.count());
}

}  // namespace

std::string asked_at(const Outside& outside, const std::string& url) {
    if (outside.boards_origin.empty()) return url;
    return outside.boards_origin + "/" + url.substr(url.find("://") + 3);
}

Result<void> check_fetch(const FetchInput& input) {
    for (std::size_t i = 0; i < input.sources.size(); ++i) {
        if (boards::find_source(input.sources[i]) == nullptr)
            return bad("sources[" + std::to_string(i) + "]", "there is no such source");
    }
    for (std::size_t i = 0; i < input.boards.size(); ++i) {
        const std::string field = "boards[" + std::to_string(i) + "]";
        const auto* source = boards::find_source(input.boards[i].source);
        if (source == nullptr || source->needs != boards::Source::Needs::board)
            return bad(field + ".source", "there is no such source with boards of employers");
        boards::Ask ask;
        ask.board = input.boards[i].name;
        if (const auto requests = source->requests(ask); !requests)
            return fail(ErrorCode::invalid, requests.error().what, field + ".name", requests.error().fix);
    }
    for (std::size_t i = 0; i < input.urls.size(); ++i) {
        if (const auto url = net::parse_url(input.urls[i]); !url)
            return fail(ErrorCode::invalid, url.error().what, "urls[" + std::to_string(i) + "]",
                        url.error().fix);
    }
    if (input.keywords.empty() && input.boards.empty() && input.urls.empty())
        return bad("keywords", "expected a keyword, a board or a URL");
    return {};
}

SourceCount& count_of(std::vector<SourceCount>& counts, const std::string& source) {
    const auto found = std::ranges::find(counts, source, &SourceCount::source);
    if (found != counts.end()) return *found;
    counts.push_back({source, 0, 0, 0, 0, {}});
    return counts.back();
}

void add_reason(SourceCount& count, const std::string& reason) {
    std::string all = count.reason.value_or("");
    if (all.size() + reason.size() > longest_reason || all.find(reason) != std::string::npos) return;
    count.reason = all.empty() ? reason : all + "\n" + reason;
}

Gathered gather_jobs(const Outside& outside, const FetchInput& input, Timestamp now, const Tell& tell) {
    Gathered out;
    const std::vector<Unit> units = units_of(input);
    std::set<std::string> seen;
    boards::Ask ask{{input.keywords, input.locations, input.job_types}, {}, outside.keys, now};
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(input.most, 1));
    for (std::size_t i = 0; i < units.size() && !out.stopped; ++i) {
        const Unit& unit = units[i];
        const std::string step = "asking " + unit.source_name();
        const double at = static_cast<double>(i) / static_cast<double>(units.size());
        auto told = std::chrono::steady_clock::time_point();
        const auto go_on = [&] {
            // Asked many times a second; whoever is told may write it down.
            const auto moment = std::chrono::steady_clock::now();
            if (out.stopped || moment - told < tell_gap) return !out.stopped;
            told = moment;
            out.stopped = !tell(at, step);
            return !out.stopped;
        };
        SourceCount& count = count_of(out.sources, unit.source_name());
        if (!go_on()) break;
        const auto began = std::chrono::steady_clock::now();
        ask.board = unit.board;
        Given given = unit.source == nullptr ? ask_page(outside, unit.url, most, now, go_on)
                                             : ask_source(outside, *unit.source, ask, most, go_on);
        const std::string label = unit.name().empty() ? "" : unit.name().substr(0, 200) + ": ";
        for (const std::string& reason : given.reasons) add_reason(count, label + reason);
        if (given.refused.count() > 0) add_reason(count, label + given.refused.summary());
        take(std::move(given), count, seen, out.jobs);
        out.timings.push_back(
            {unit.source_name(),
             std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count()});
    }
    return out;
}

}  // namespace headway::flows
