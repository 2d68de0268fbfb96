// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search_command.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "app/batch.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "app/paths.hpp"
#include "app/wrapping.hpp"
#include "json/json.hpp"
#include "ontology/search.hpp"
#include "report/search_hit.hpp"

namespace headway::app {
namespace {

using ontology::Catalog;
using ontology::SearchHit;

struct WireHits {
    std::string query;
    std::vector<report::WireHit> results;
};
BOOST_DESCRIBE_STRUCT(WireHits, (), (query, results))

void print(const WireHits& hits, Streams& streams) {
    if (hits.results.empty()) streams.out << "Nothing has a name like “" << hits.query << "”.\n";
    for (const report::WireHit& hit : hits.results) {
        std::vector<std::string> about = {hit.kind};
        if (hit.hot) about.emplace_back("hot");
        if (hit.matched != hit.name) about.push_back("as “" + hit.matched + "”");
        streams.out << fmt::format("{:.2f}  {}  ({})\n", hit.score, painted(streams, "1", hit.name),
                                   fmt::join(about, ", "));
        std::vector<std::string> ids = {hit.id};
        ids.insert(ids.end(), hit.same_as.begin(), hit.same_as.end());
        streams.out << painted(streams, "2", wrapped(ids, " = ", 6, streams.width)) << '\n';
    }
}

int wrong(Streams& streams, const std::string& what) {
    streams.err << "headway ontology search: " << what << ".\n";
    return wrong_usage;
}

}  // namespace

int run_search(const SearchOptions& options, Streams& streams) {
    ontology::SearchQuery query{{}, options.framework, {}, true, true, options.top};
    if (options.batch && !options.query.empty()) return wrong(streams, "--batch takes no QUERY");
    if (!options.batch && options.query.empty()) return wrong(streams, "a QUERY is needed, or --batch");
    if (options.kind == "occupation") {
        query.skills = false;
    } else if (!options.kind.empty()) {
        query.kind = ontology::kind_from(options.kind);
        if (!query.kind) return wrong(streams, "--kind: there is no kind " + options.kind);
    }
    auto words = read_words(options.query, streams.in);
    if (!words) return report_failure(streams, words.error());
    query.text = *words;
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    const auto search = ontology::Search::open(*catalog);
    if (!search) return report_failure(streams, search.error());
    if (options.batch) {
        return run_batch(streams, [&](const BatchQuestion& question) {
            query.text = question.text;
            RankedAnswer answer{question.id, {}};
            for (const SearchHit& hit : search->find(query)) {
                report::WireHit found = report::make_hit(*catalog, hit);
                answer.ranked.push_back({std::move(found.id), std::move(found.name), found.score});
            }
            return json::to_json(answer);
        });
    }
    WireHits hits{std::move(*words), {}};
    for (const SearchHit& hit : search->find(query)) hits.results.push_back(report::make_hit(*catalog, hit));
    if (options.json) {
        streams.out << json::to_json(hits, json::Style::pretty) << '\n';
    } else {
        print(hits, streams);
    }
    return done;
}

}  // namespace headway::app
