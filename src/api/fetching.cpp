// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/fetching.hpp"

#include <algorithm>

#include "api/fetch_request.hpp"
#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/once.hpp"
#include "api/queueing.hpp"
#include "api/quotas.hpp"
#include "api/wire_job.hpp"
#include "api/wire_run.hpp"
#include "api/wire_user.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::string_view fetch_kind = "fetch_jobs";
constexpr std::chrono::hours listed{24};
/// A test answers before its request is given up.
constexpr std::chrono::seconds test_time{20};

struct FetchTestRequest {
    std::optional<std::vector<std::string>> keywords;
    std::optional<std::vector<std::string>> locations;
    std::optional<std::vector<std::string>> job_types;
    std::optional<std::vector<std::string>> sources;
    std::optional<std::vector<flows::BoardName>> boards;
    std::optional<std::vector<std::string>> urls;
    std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(FetchTestRequest, (), (keywords, locations, job_types, sources, boards, urls, limit))

struct FetchStarted {
    std::string task_id;
    std::string run_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(FetchStarted, (), (task_id, run_id, state))

struct FetchedJobWire {
    std::string source;
    std::string external_id;
    std::string title;
    std::string company;
    std::string location;
    bool remote = false;
    std::optional<std::string> job_type;
    std::optional<std::string> url;
    std::optional<SalaryWire> salary;
    std::optional<std::string> posted_on;
    std::string description;
};
BOOST_DESCRIBE_STRUCT(FetchedJobWire, (),
                      (source, external_id, title, company, location, remote, job_type, url, salary,
                       posted_on, description))

struct FetchTest {
    std::vector<FetchedJobWire> items;
    std::vector<flows::SourceCount> sources;
};
BOOST_DESCRIBE_STRUCT(FetchTest, (), (items, sources))

FetchedJobWire shown(const boards::FetchedJob& j) {
    FetchedJobWire out{j.source,     j.external_id, j.title, j.company, j.location,
                       j.remote,     j.job_type,    j.url,   {},        optional_text(j.posted_on),
                       j.description};
    if (j.salary) out.salary = SalaryWire{j.salary->min, j.salary->max, j.salary->currency, j.salary->period};
    return out;
}

Result<void> check_lines(const std::string& field, const std::vector<std::string>& lines, std::size_t most,
                         std::size_t longest) {
    if (lines.size() > most)
        return fail(ErrorCode::invalid, "expected at most " + std::to_string(most) + " entries", field);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string place = field + "[" + std::to_string(i) + "]";
        if (auto ok = check_text(place, lines[i], 1, longest); !ok) return ok;
        if (lines[i].find_first_not_of(" \t\r\n") == std::string::npos)
            return fail(ErrorCode::invalid, "expected more than blanks", place);
    }
    return {};
}

/// What both requests say, as a fetch takes it.
template <class Body>
Result<flows::FetchInput> input_of(const Body& body, std::int64_t most) {
    flows::FetchInput out;
    out.keywords = body.keywords.value_or(std::vector<std::string>());
    out.locations = body.locations.value_or(std::vector<std::string>());
    out.job_types = body.job_types.value_or(std::vector<std::string>());
    out.sources = body.sources.value_or(std::vector<std::string>());
    out.boards = body.boards.value_or(std::vector<flows::BoardName>());
    out.urls = body.urls.value_or(std::vector<std::string>());
    out.most = most;
    if (auto ok = check_lines("keywords", out.keywords, 20, 100); !ok) return pass_on(ok);
    if (auto ok = check_lines("locations", out.locations, 20, 100); !ok) return pass_on(ok);
    if (auto ok = check_lines("job_types", out.job_types, 5, 20); !ok) return pass_on(ok);
    if (auto ok = check_lines("sources", out.sources, 11, 60); !ok) return pass_on(ok);
    if (auto ok = check_lines("urls", out.urls, 20, 2000); !ok) return pass_on(ok);
    for (std::size_t i = 0; i < out.job_types.size(); ++i) {
        if (auto ok = check_word("job_types[" + std::to_string(i) + "]", out.job_types[i],
                                 {"full_time", "part_time", "contract", "internship", "temporary"});
            !ok)
            return pass_on(ok);
    }
    if (out.boards.size() > 50) return fail(ErrorCode::invalid, "expected at most 50 entries", "boards");
    if (auto ok = flows::check_fetch(out); !ok) return pass_on(ok);
    return out;
}

Answer<Response> fetch(const Parts& parts, const Call& call) {
    const auto body = call.body<FetchRequest>();
    if (!body) return std::unexpected(body.error());
    const auto input = fetch_input_of(*body);
    if (!input) return std::unexpected(input.error());
    const std::string& owner = call.caller.user_id;
    store::Run run = make_run(parts, owner, std::string(fetch_kind), "", json::to_json(*input));
    run.subject_id.reset();
    auto queued = write(parts, [&](sql::Connection& c) -> Answer<void> {
        if (auto ok = use_quota(parts, c, owner, "fetches_per_day", 1); !ok) return pass_on(ok);
        if (auto added = store::add_run(c, run); !added) return pass_on(added);
        return {};
    });
    if (!queued) return pass_on(queued);
    if (!body->run_async.value_or(true)) {
        const auto ended = wait_for(parts, owner, run.id);
        if (!ended) return std::unexpected(ended.error());
        run.state = ended->state;
    }
    return http::json_reply(202, FetchStarted{run.id, run.id, run.state});
}

Answer<Response> test(const Parts& parts, const flows::Outside& outside, const Call& call) {
    const auto body = call.body<FetchTestRequest>();
    if (!body) return std::unexpected(body.error());
    const std::int64_t limit = body->limit.value_or(5);
    if (limit < 1 || limit > 5)
        return std::unexpected(Error{ErrorCode::invalid, "expected 1 to 5", "limit", {}});
    const auto input = input_of(*body, limit);
    if (!input) return std::unexpected(input.error());
    auto counted = write(parts, [&](sql::Connection& c) -> Answer<void> {
        return use_quota(parts, c, call.caller.user_id, "fetches_per_day", 1);
    });
    if (!counted) return pass_on(counted);
    const auto until = std::chrono::steady_clock::now() + test_time;
    auto gathered = flows::gather_jobs(outside, *input, parts.clock(), [&](double, const std::string&) {
        return std::chrono::steady_clock::now() < until;
    });
    const bool all_failed = std::ranges::all_of(gathered.sources, [](const flows::SourceCount& s) {
        return s.found == 0 && s.refused == 0 && s.reason;
    });
    if (all_failed)
        return http::refuse(
            503, ErrorCode::unavailable,
            gathered.sources.empty() ? "no source was asked" : *gathered.sources.front().reason);
    FetchTest out;
    for (const boards::FetchedJob& j : gathered.jobs) {
        if (out.items.size() < static_cast<std::size_t>(limit)) out.items.push_back(shown(j));
    }
    out.sources = std::move(gathered.sources);
    return http::json_reply(200, out);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto run = read(parts, [&](sql::Connection& c) -> Answer<store::Run> {
        auto found = or_not_found(store::find_run(c, call.caller.user_id, call.path_value("task_id")),
                                  "there is no such fetch");
        if (found && found->kind != fetch_kind)
            return http::refuse(404, ErrorCode::not_found, "there is no such fetch");
        return found;
    });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(200, to_wire(*run));
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string name = "fetches " + call.caller.user_id;
    const auto before = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!before) return std::unexpected(before.error());
    auto runs = parts.database.read([&](sql::Connection& c) {
        return store::list_runs(c, call.caller.user_id, fetch_kind, "", *before, page->limit + 1);
    });
    if (!runs) return pass_on(runs);
    // The newest first: behind the first that is too old there are only older ones.
    const Timestamp since = parts.clock() - listed;
    const auto old = std::ranges::find_if(*runs, [&](const store::Run& r) { return r.created_at < since; });
    runs->erase(old, runs->end());
    return list_reply(make_page<RunWire>(
        parts, name, std::move(*runs), page->limit, to_wire, +[](const store::Run& r) { return r.id; }));
}

}  // namespace

Result<flows::FetchInput> fetch_input_of(const FetchRequest& request) {
    const std::int64_t most = request.max_jobs_per_search.value_or(25);
    if (most < 1 || most > 100) return fail(ErrorCode::invalid, "expected 1 to 100", "max_jobs_per_search");
    return input_of(request, most);
}

void add_fetch_routes(http::Router& router, const Parts& parts, const flows::Outside& outside) {
    add_once(router, parts,
             {.method = Method::post, .pattern = "/api/jobs/fetch-external", .handler = with(parts, fetch)});
    add_once(router, parts,
             {.method = Method::post,
              .pattern = "/api/jobs/fetch-external/test",
              .handler = [&parts, &outside](const Call& call) { return test(parts, outside, call); }});
    router.add(
        {.method = Method::get, .pattern = "/api/jobs/fetch-status/{task_id}", .handler = with(parts, show)});
    router.add({.method = Method::get, .pattern = "/api/jobs/fetch-tasks", .handler = with(parts, list)});
}

}  // namespace headway::api
