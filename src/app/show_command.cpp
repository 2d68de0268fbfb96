// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_command.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <vector>

#include "app/batch.hpp"
#include "app/card_text.hpp"
#include "app/failure.hpp"
#include "app/paths.hpp"
#include "app/plain_id.hpp"
#include "json/json.hpp"
#include "ontology/search.hpp"
#include "report/card_json.hpp"
#include "report/search_hit.hpp"
#include "text/fuzzy.hpp"

namespace headway::app {
namespace {

using ontology::Catalog;
using ontology::OccupationId;
using ontology::SkillId;

constexpr std::size_t suggestions = 3;

/// A search for the words of an id that nothing has.
ontology::SearchQuery search_for(std::string_view id) {
    ontology::SearchQuery query;
    query.text = id.substr(id.find(':') == std::string_view::npos ? 0 : id.find(':') + 1);
    return query;
}

/// The nearest ids by spelling, and then what a search for the words of the id finds.
std::vector<std::string> nearest(const Catalog& catalog, std::string_view wanted) {
    constexpr std::uint32_t limit = 3;
    const text::EditDistance distance(wanted);
    std::vector<std::tuple<std::uint32_t, std::string_view>> close;
    const auto consider = [&](std::string_view id) {
        const std::uint32_t d = wanted.size() > 64 ? limit + 1 : distance.to(id, limit);
        if (d <= limit) close.emplace_back(d, id);
    };
    for (SkillId s = 0; s < catalog.skill_count(); ++s) consider(catalog.id(s));
    for (OccupationId o = 0; o < catalog.occupation_count(); ++o) consider(catalog.occupation_code(o));
    std::ranges::sort(close);
    std::vector<std::string> out;
    for (const auto& [d, id] : close) out.emplace_back(id);
    if (out.size() > suggestions) out.resize(suggestions);
    const auto search = ontology::Search::open(catalog);
    if (!search || out.size() == suggestions) return out;
    for (const ontology::SearchHit& hit : search->find(search_for(wanted))) {
        const bool skill = hit.skill != ontology::none;
        std::string id(skill ? catalog.id(hit.skill) : catalog.occupation_code(hit.occupation));
        if (std::ranges::find(out, id) == out.end()) out.push_back(std::move(id));
        if (out.size() == suggestions) break;
    }
    return out;
}

int not_found(const Catalog& catalog, const std::string& id, Streams& streams) {
    const auto near = nearest(catalog, id);
    Error error{ErrorCode::not_found, "no skill or occupation has this id", id,
                "Find one with 'headway ontology search'"};
    if (!near.empty()) error.fix = fmt::format("Perhaps {}", fmt::join(near, " or "));
    return report_failure(streams, error);
}

template <class Card>
int show(const Card& card, const ShowOptions& options, Streams& streams) {
    if (options.json) {
        streams.out << json::to_json(card, json::Style::pretty) << '\n';
    } else {
        print_card(card, streams);
    }
    return done;
}

/// The one item of an id with score 1, or what a search for its words finds.
std::vector<RankedItem> named(const std::string& given, const Catalog& catalog,
                              const ontology::Search& search) {
    const std::string id = plain_id(given);
    if (const auto skill = catalog.find_skill(id))
        return {{std::string(catalog.id(*skill)), std::string(catalog.name(*skill)), 1}};
    if (const auto occupation = catalog.find_occupation(id))
        return {{std::string(catalog.occupation_code(*occupation)),
                 std::string(catalog.occupation_name(*occupation)), 1}};
    std::vector<RankedItem> out;
    for (const ontology::SearchHit& hit : search.find(search_for(id))) {
        report::WireHit found = report::make_hit(catalog, hit);
        out.push_back({std::move(found.id), std::move(found.name), found.score});
        if (out.size() == suggestions) break;
    }
    return out;
}

int show_batch(const Catalog& catalog, Streams& streams) {
    const auto search = ontology::Search::open(catalog);
    if (!search) return report_failure(streams, search.error());
    return run_batch(streams, [&](const BatchQuestion& question) {
        return json::to_json(RankedAnswer{question.id, named(question.text, catalog, *search)});
    });
}

}  // namespace

int run_show(const ShowOptions& options, Streams& streams) {
    if (options.batch != options.id.empty()) {
        streams.err << "headway ontology show: give either an ID or --batch.\n";
        return wrong_usage;
    }
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    if (options.batch) return show_batch(*catalog, streams);
    const std::string id = plain_id(options.id);
    if (const auto skill = catalog->find_skill(id)) {
        return show(ontology::skill_card(*catalog, *skill), options, streams);
    }
    if (const auto occupation = catalog->find_occupation(id)) {
        return show(ontology::occupation_card(*catalog, *occupation), options, streams);
    }
    return not_found(*catalog, options.id, streams);
}

}  // namespace headway::app
