// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link_command.hpp"

#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "app/batch.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "app/paths.hpp"
#include "app/wrapping.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

struct WireLinks {
    std::string text;
    std::vector<RankedItem> ranked;
};
BOOST_DESCRIBE_STRUCT(WireLinks, (), (text, ranked))

std::vector<RankedItem> ranked(const ontology::Catalog& catalog,
                               const std::vector<career::Linker::Linked>& found) {
    std::vector<RankedItem> out;
    for (const auto& linked : found) {
        out.push_back({std::string(catalog.id(linked.skill)), std::string(catalog.name(linked.skill)),
                       std::round(linked.score * 10000) / 10000});
    }
    return out;
}

void print(const WireLinks& links, Streams& streams) {
    if (links.ranked.empty()) streams.out << "No word of the text is known.\n";
    for (const RankedItem& linked : links.ranked) {
        streams.out << fmt::format("{:.2f}  {}  {}\n", linked.score, painted(streams, "1", linked.name),
                                   painted(streams, "2", linked.id));
    }
}

int wrong(Streams& streams, const std::string& what) {
    streams.err << "headway link: " << what << ".\n";
    return wrong_usage;
}

}  // namespace

int run_link(const LinkOptions& options, Streams& streams) {
    if (options.batch && !options.text.empty()) return wrong(streams, "--batch takes no TEXT");
    if (!options.batch && options.text.empty()) return wrong(streams, "a TEXT is needed, or --batch");
    const auto text = read_words(options.text, streams.in);
    if (!text) return report_failure(streams, text.error());
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    const auto linker = open_linker(*catalog);
    if (!linker) return report_failure(streams, linker.error());
    if (options.batch) {
        return run_batch(streams, [&](const BatchQuestion& question) {
            return json::to_json(RankedAnswer{
                question.id, ranked(*catalog, linker->link(question.text, options.framework, options.top))});
        });
    }
    const WireLinks links{*text, ranked(*catalog, linker->link(*text, options.framework, options.top))};
    if (options.json) {
        streams.out << json::to_json(links, json::Style::pretty) << '\n';
    } else {
        print(links, streams);
    }
    return done;
}

}  // namespace headway::app
