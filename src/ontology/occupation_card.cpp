// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "ontology/card.hpp"

namespace headway::ontology {
namespace {

std::optional<double> published(float figure) {
    if (std::isnan(figure)) return std::nullopt;
    // Sources give hundredths or fewer digits than a float's; the excess digits are no figures.
    return std::round(static_cast<double>(figure) * 1e4) / 1e4;
}

/// yyyymm as "yyyy-mm"; empty when unknown.
std::string month(std::uint32_t date) {
    if (date == 0) return {};
    const std::string digits = std::to_string(date);
    return digits.size() == 6 ? digits.substr(0, 4) + "-" + digits.substr(4) : digits;
}

CardRating rating_of(const Pack& pack, const RatingRow& row) {
    CardRating out;
    const OriginRow& origin = pack.origins()[row.origin];
    out.value = static_cast<double>(row.value_hundredths) / 100;
    out.standard_error = published(row.standard_error);
    out.low = published(row.low);
    out.high = published(row.high);
    if (row.sample_size != RatingRow::absent) out.sample_size = row.sample_size;
    out.date = month(origin.date);
    out.source = pack.text(origin.source);
    out.release = pack.text(origin.release);
    out.suppress = row.suppress();
    out.not_relevant = row.not_relevant();
    return out;
}

/// The number of the first skill, or occupation, of the pack that holds the occupation.
std::uint32_t skill_base(const Catalog& catalog, OccupationId o) {
    std::uint32_t base = 0;
    const Pack& own = catalog.pack_of_occupation(o);
    for (const Pack& pack : catalog.packs()) {
        if (&pack == &own) break;
        base += static_cast<std::uint32_t>(pack.skills().size());
    }
    return base;
}

std::vector<CardTitle> titles_of(const Pack& pack, const OccupationRow& row) {
    std::vector<CardTitle> out;
    for (const TitleRow& t : pack.titles().subspan(row.titles.begin, row.titles.end - row.titles.begin)) {
        out.push_back({pack.text(t.text), pack.text(t.short_text), pack.text(t.sources)});
    }
    return out;
}

std::vector<CardElement> elements_of(const Catalog& catalog, OccupationId o) {
    std::vector<CardElement> out;
    for (const RatedElement& e : rated_elements(catalog, o)) {
        out.push_back({catalog.id(e.skill), catalog.name(e.skill), to_string(catalog.row(e.skill).kind),
                       e.importance, e.level});
    }
    std::ranges::sort(out, {}, [](const CardElement& e) {
        return std::tuple(e.importance ? -e.importance->value : 0.0, e.level ? -e.level->value : 0.0, e.name,
                          e.id);
    });
    return out;
}

/// Technologies, tools, and ESCO's essential and optional skills; each canonical skill and use once.
std::vector<CardNeed> needs_of(const Catalog& catalog, OccupationId o) {
    constexpr std::array<std::string_view, 4> uses = {"technology", "tool", "essential", "optional"};
    const Pack& pack = catalog.pack_of_occupation(o);
    std::vector<CardNeed> out;
    for (const OccupationSkillRow& row : catalog.occupation_skills(o)) {
        const SkillId skill = catalog.canonical_of(o, row);
        CardNeed need{catalog.id(skill),
                      catalog.name(skill),
                      to_string(catalog.kind(skill)),
                      uses[static_cast<std::size_t>(row.use)],
                      row.hot != 0,
                      row.in_demand != 0,
                      {}};
        const auto all = pack.commodities();
        const auto at = std::ranges::lower_bound(all, row.commodity, {}, &CommodityRow::code);
        if (at != all.end() && at->code == row.commodity) need.commodity = pack.text(at->title);
        out.push_back(need);
    }
    std::ranges::sort(out, {}, [](const CardNeed& n) {
        return std::tuple(n.use == "tool", n.use == "optional", !n.in_demand, !n.hot, n.name, n.id,
                          n.commodity);
    });
    const auto doubles = std::ranges::unique(
        out, {}, [](const CardNeed& n) { return std::tuple(n.use, n.id, n.in_demand, n.hot); });
    out.erase(doubles.begin(), doubles.end());
    return out;
}

std::vector<CardRelated> related_of(const Pack& pack, const OccupationRow& row) {
    std::vector<CardRelated> out;
    for (const RelatedRow& r :
         pack.related().subspan(row.related.begin, row.related.end - row.related.begin)) {
        const OccupationRow& other = pack.occupations()[r.to];
        out.push_back({pack.text(other.id), pack.text(other.name), pack.text(r.tier), r.index});
    }
    std::ranges::stable_sort(out, {}, &CardRelated::index);
    return out;
}

}  // namespace

std::vector<RatedElement> rated_elements(const Catalog& catalog, OccupationId o) {
    const Pack& pack = catalog.pack_of_occupation(o);
    const SkillId base = skill_base(catalog, o);
    const Range range = catalog.occupation(o).ratings;
    std::vector<RatedElement> out;
    std::unordered_map<SkillId, std::size_t> place;
    for (const RatingRow& row : pack.ratings().subspan(range.begin, range.end - range.begin)) {
        const auto [at, added] = place.try_emplace(base + row.skill, out.size());
        if (added) out.push_back({base + row.skill, {}, {}});
        RatedElement& element = out[at->second];
        (row.scale == Scale::importance ? element.importance : element.level) = rating_of(pack, row);
    }
    return out;
}

OccupationCard occupation_card(const Catalog& catalog, OccupationId o) {
    const Pack& pack = catalog.pack_of_occupation(o);
    const OccupationRow& row = catalog.occupation(o);
    OccupationCard card;
    card.id = pack.text(row.id);
    card.name = pack.text(row.name);
    card.code = pack.text(row.code);
    card.framework = pack.name();
    card.release = pack.release();
    const bool esco = card.id.starts_with("esco:");
    card.link = esco ? "http://data.europa.eu/esco/occupation/" + std::string(card.id.substr(5))
                     : "https://www.onetonline.org/link/summary/" + std::string(card.id);
    if (row.job_zone != 0) card.job_zone = row.job_zone;
    card.titles = titles_of(pack, row);
    card.elements = elements_of(catalog, o);
    card.skills = needs_of(catalog, o);
    card.related = related_of(pack, row);
    return card;
}

}  // namespace headway::ontology
