// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>

#include "api/fits.hpp"
#include "api/input.hpp"
#include "api/jobs.hpp"
#include "api/searching.hpp"
#include "api/wire_job.hpp"

namespace headway::api {
namespace {

using http::Method;

/// So many jobs are sorted at once; more are met along the ranking, a piece at a time.
constexpr std::size_t few = 500;
constexpr std::size_t piece_of_ranking = 200;
constexpr std::size_t everything = std::numeric_limits<std::int64_t>::max();

/// What a list is asked for.
struct ListQuery {
    store::JobFilter filter;
    std::string sort;
    std::optional<double> min_fit;
    std::string name;  ///< Of the list, for its cursors.
    http::Page page;
};

/// Where a page ended; the members that the order does not use are 0 and empty.
struct Place {
    double number = 0;  ///< Falling.
    std::string text;   ///< Rising.
    std::string id;     ///< Falling: the newest first.
};
BOOST_DESCRIBE_STRUCT(Place, (), (number, text, id))

bool before(const Place& a, const Place& b) {
    return std::tie(b.number, a.text, b.id) < std::tie(a.number, b.text, a.id);
}

Answer<store::JobFilter> filter_of(const Call& call) {
    store::JobFilter f;
    auto words = searched_words(call);
    if (!words) return pass_on(words);
    f.words = std::move(*words);
    f.company = call.query_value("company").value_or("");
    f.location = call.query_value("location").value_or("");
    f.source = call.query_value("source").value_or("");
    f.job_type = call.query_value("job_type").value_or("");
    f.stage = call.query_value("stage").value_or("");
    for (const auto& [name, member] : {std::pair("remote", &f.remote), std::pair("saved", &f.saved),
                                       std::pair("published", &f.published)}) {
        const auto value = call.query_value(name);
        if (!value) continue;
        if (auto ok = check_word(name, *value, {"true", "false"}); !ok) return pass_on(ok);
        *member = *value == "true";
    }
    auto since = check_date("posted_since", call.query_value("posted_since"));
    if (!since) return pass_on(since);
    f.posted_since = *since;
    auto salary = call.query_number("salary_min", 0, 1'000'000'000);
    if (!salary) return pass_on(salary);
    if (*salary) f.salary_min = static_cast<double>(**salary);
    return f;
}

Answer<std::optional<double>> min_fit_of(const Call& call) {
    const auto text = call.query_value("min_fit");
    if (!text) return std::nullopt;
    double value = -1;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || !(value >= 0 && value <= 100))
        return std::unexpected(Error{ErrorCode::invalid, "expected a number of 0 to 100", "min_fit", {}});
    return std::optional(value);
}

Answer<ListQuery> query_of(const Call& call, const char* usual_order) {
    if (auto ok = call.only_query({"q", "job_type", "location", "company", "remote", "source", "saved",
                                   "stage", "published", "posted_since", "salary_min", "min_fit", "resume_id",
                                   "sort", "limit", "cursor"});
        !ok)
        return pass_on(ok);
    ListQuery out;
    auto filter = filter_of(call);
    if (!filter) return pass_on(filter);
    out.filter = std::move(*filter);
    const auto min_fit = min_fit_of(call);
    if (!min_fit) return std::unexpected(min_fit.error());
    out.min_fit = *min_fit;
    out.sort = call.query_value("sort").value_or(usual_order);
    if (auto ok = check_word("sort", out.sort, {"relevance", "newest", "fit", "company"}); !ok)
        return pass_on(ok);
    if (out.sort == "relevance" && out.filter.words.empty())
        return std::unexpected(Error{ErrorCode::invalid, "relevance needs words to search for", "sort", {}});
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    out.page = *page;
    out.name = "jobs " + call.caller.user_id;
    for (const char* p : {"q", "job_type", "location", "company", "remote", "source", "saved", "stage",
                          "published", "posted_since", "salary_min", "min_fit", "resume_id", "sort"})
        out.name += "|" + call.query_value(p).value_or("");
    return out;
}

/// Reads at most `most` jobs that the filter lets through.
Result<std::vector<store::JobPlace>> rows_of(const Parts& parts, const std::string& caller,
                                             const store::JobFilter& filter, std::size_t most) {
    return parts.database.read(
        [&](sql::Connection& c) { return store::list_job_places(c, caller, filter, most); });
}

/// Jobs in the order asked for, from the cursor's place on.
std::vector<Place> in_order(const Parts& parts, const ListQuery& query, const Fits& fits,
                            const std::vector<store::JobPlace>& rows, const std::optional<Place>& after) {
    std::vector<std::optional<double>> found(rows.size());
    if (fits.candidate() && (query.sort == "fit" || query.min_fit)) {
        std::vector<std::string> ids;
        for (const auto& row : rows) ids.push_back(row.id);
        found = parts.ranking.fits(*fits.candidate(), ids);
    }
    std::vector<Place> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const store::JobPlace& row = rows[i];
        // A job without requirements fits nobody: it has no fit, and stands behind those that have one.
        const double fit = row.requirements == 0 ? -1 : found[i].value_or(-1);
        if (query.min_fit && two_decimals(fit) < *query.min_fit) continue;
        Place place{0, "", row.id};
        if (query.sort == "fit") place.number = fit;
        if (query.sort == "relevance") place.number = static_cast<double>(-row.distance);
        if (query.sort == "company") place.text = row.company;
        if (!after || before(*after, place)) out.push_back(std::move(place));
    }
    std::sort(out.begin(), out.end(), before);
    return out;
}

/// One that is not there any more is passed over.
Answer<Response> page_of(const Parts& parts, const std::string& caller, const ListQuery& query,
                         const Fits& fits, std::vector<Place> from) {
    List<JobSummaryWire> out;
    if (from.size() > query.page.limit) {
        from.resize(query.page.limit);
        out.next_cursor = http::make_cursor(parts.cursors, query.name, from.back());
    }
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        out.items.clear();
        for (const Place& place : from) {
            const auto job = store::find_job(c, caller, place.id);
            if (!job) return std::unexpected(job.error());
            if (!*job) continue;
            const auto context = context_of(c, caller, **job, fits);
            if (!context) return std::unexpected(context.error());
            out.items.push_back(to_summary(**job, *context));
        }
        return list_reply(out);
    });
}

/// The order in which the store has them: no more is read than shown.
Result<std::vector<Place>> newest(const Parts& parts, const std::string& caller,
                                  const store::JobFilter& filter, const std::optional<Place>& after,
                                  std::size_t most, double number = 0) {
    std::optional<std::string_view> last;
    if (after) last = after->id;
    const auto jobs = parts.database.read(
        [&](sql::Connection& c) { return store::list_jobs(c, caller, filter, last, most); });
    if (!jobs) return std::unexpected(jobs.error());
    std::vector<Place> out;
    for (const store::Job& j : *jobs) out.push_back({number, "", j.id});
    return out;
}

/// Those of a piece of the ranking that the filter lets through, best first.
Result<std::vector<Place>> let_through(const Parts& parts, const std::string& caller, const ListQuery& query,
                                       const std::vector<flows::RankedJobId>& ranked) {
    store::JobFilter filter = query.filter;
    for (const flows::RankedJobId& r : ranked) filter.among.push_back(r.id);
    const auto rows = rows_of(parts, caller, filter, ranked.size());
    if (!rows) return std::unexpected(rows.error());
    std::set<std::string_view> there;
    for (const store::JobPlace& row : *rows) {
        if (row.requirements > 0) there.insert(row.id);  // the others come last
    }
    std::vector<Place> out;
    for (const flows::RankedJobId& r : ranked) {
        const bool enough = !query.min_fit || two_decimals(r.fit) >= *query.min_fit;
        if (enough && there.contains(r.id)) out.push_back({r.fit, "", r.id});
    }
    return out;
}

/// Down the ranking, piece by piece, until the page is full; then what asks for nothing, the newest first.
Result<std::vector<Place>> best_fitting(const Parts& parts, const std::string& caller, const ListQuery& query,
                                        const flows::Candidate& candidate,
                                        const std::optional<Place>& after) {
    const std::size_t most = query.page.limit + 1;
    std::vector<Place> out;
    flows::JobRanking::Narrowing narrowing;
    bool ranked = !after || after->number >= 0;
    if (ranked && after) narrowing.after = flows::RankedJobId{after->id, after->number};
    while (ranked && out.size() < most) {
        const auto piece = parts.ranking.best(candidate, std::max(most, piece_of_ranking), narrowing);
        if (piece.empty()) break;
        auto found = let_through(parts, caller, query, piece);
        if (!found) return found;
        std::ranges::move(*found, std::back_inserter(out));
        narrowing.after = piece.back();
        ranked = !query.min_fit || two_decimals(piece.back().fit) >= *query.min_fit;
    }
    if (out.size() > most) out.resize(most);
    if (out.size() == most || query.min_fit) return out;
    store::JobFilter silent = query.filter;
    silent.asks = false;
    auto rest = newest(parts, caller, silent, after && after->number < 0 ? after : std::nullopt,
                       most - out.size(), -1);
    if (!rest) return rest;
    std::ranges::move(*rest, std::back_inserter(out));
    return out;
}

/// From the cursor's place on, a page and one more at least where there are so many.
Result<std::vector<Place>> places(const Parts& parts, const std::string& caller, const ListQuery& query,
                                  const Fits& fits, const std::optional<Place>& after) {
    if (query.sort == "newest" && !query.min_fit)
        return newest(parts, caller, query.filter, after, query.page.limit + 1);
    const bool along_the_ranking = query.sort == "fit" && fits.candidate();
    const auto rows = rows_of(parts, caller, query.filter, along_the_ranking ? few + 1 : everything);
    if (!rows) return std::unexpected(rows.error());
    if (along_the_ranking && rows->size() > few)
        return best_fitting(parts, caller, query, *fits.candidate(), after);
    return in_order(parts, query, fits, *rows, after);
}

Answer<Response> list_in(const Parts& parts, const Call& call, const char* usual_order) {
    const auto query = query_of(call, usual_order);
    if (!query) return std::unexpected(query.error());
    const std::string& caller = call.caller.user_id;
    const auto after = http::read_cursor<Place>(parts.cursors, query->name, query->page);
    if (!after) return std::unexpected(after.error());
    const auto fits = Fits::find(parts, caller, call.query_value("resume_id"));
    if (!fits) return std::unexpected(fits.error());
    auto found = places(parts, caller, *query, *fits, *after);
    if (!found) return pass_on(found);
    return page_of(parts, caller, *query, *fits, std::move(*found));
}

Answer<Response> list(const Parts& parts, const Call& call) {
    return list_in(parts, call, "newest");
}

Answer<Response> search(const Parts& parts, const Call& call) {
    if (!call.query_value("q"))
        return std::unexpected(Error{ErrorCode::invalid, "expected words to search for", "q", {}});
    return list_in(parts, call, "relevance");
}

}  // namespace

void add_job_list_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/jobs", .handler = with(parts, list)});
    router.add({.method = Method::get, .pattern = "/api/jobs/search", .handler = with(parts, search)});
}

}  // namespace headway::api
