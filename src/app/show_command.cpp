// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_command.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <vector>

#include "app/card_text.hpp"
#include "app/failure.hpp"
#include "app/paths.hpp"
#include "json/json.hpp"
#include "ontology/search.hpp"
#include "report/card_json.hpp"
#include "text/fuzzy.hpp"

namespace headway::app {
namespace {

using ontology::Catalog;
using ontology::OccupationId;
using ontology::SkillId;

constexpr std::size_t suggestions = 3;

/// The id as the packs write it: an ESCO URI loses its address, an O*NET-SOC code gets its ".00".
std::string plain_id(std::string id) {
    for (const std::string_view address :
         {"http://data.europa.eu/esco/skill/", "http://data.europa.eu/esco/occupation/",
          "http://data.europa.eu/esco/isced-f/"}) {
        if (id.starts_with(address)) return "esco:" + id.substr(address.size());
    }
    const bool soc =
        id.size() == 7 && id[2] == '-' && id.find_first_not_of("0123456789-") == std::string::npos;
    return soc ? id + ".00" : id;
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
    ontology::SearchQuery query;
    query.text = wanted.substr(wanted.find(':') == std::string_view::npos ? 0 : wanted.find(':') + 1);
    for (const ontology::SearchHit& hit : search->find(query)) {
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

}  // namespace

int run_show(const ShowOptions& options, Streams& streams) {
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
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
