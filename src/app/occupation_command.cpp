// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/occupation_command.hpp"

#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "app/batch.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "app/paths.hpp"
#include "career/occupation.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

struct WireOccupationMatches {
    std::string title;
    std::vector<RankedItem> results;
};
BOOST_DESCRIBE_STRUCT(WireOccupationMatches, (), (title, results))

std::vector<RankedItem> ranked(const std::string& title, const OccupationOptions& options,
                               const ontology::Catalog& catalog) {
    std::vector<RankedItem> out;
    for (const auto& m :
         career::find_occupations(title, career::Duties(options.duties), options.top, catalog)) {
        out.push_back({std::string(catalog.occupation_code(m.occupation)),
                       std::string(catalog.occupation_name(m.occupation)),
                       std::round(m.confidence * 1e4) / 1e4});
    }
    return out;
}

}  // namespace

int run_occupation(const OccupationOptions& options, Streams& streams) {
    if (options.batch != options.title.empty()) {
        streams.err << "headway: give either a job title or --batch.\n";
        return wrong_usage;
    }
    const auto title = read_words(options.title, streams.in);
    if (!title) return report_failure(streams, title.error());
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    if (options.batch) {
        return run_batch(streams, [&](const BatchQuestion& q) {
            return json::to_json(RankedAnswer{q.id, ranked(q.text, options, *catalog)});
        });
    }
    const auto found = ranked(*title, options, *catalog);
    if (options.json) {
        streams.out << json::to_json(WireOccupationMatches{*title, found}, json::Style::pretty) << '\n';
        return done;
    }
    if (found.empty()) streams.out << "No occupation fits this title.\n";
    for (const auto& f : found)
        streams.out << fmt::format("{:>4.0f} %  {}  {}\n", f.score * 100, f.id, f.name);
    return done;
}

}  // namespace headway::app
