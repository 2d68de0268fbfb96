// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/trade.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace headway::career {
namespace {

/// Trades as bits; a commodity may serve several.
enum Trade : std::uint32_t {
    computing = 1U << 0U,
    office = 1U << 1U,
    finance = 1U << 2U,
    business = 1U << 3U,
    marketing = 1U << 4U,
    media = 1U << 5U,
    drawing = 1U << 6U,
    science = 1U << 7U,
    learning = 1U << 8U,
    logistics = 1U << 9U,
    law = 1U << 10U,
};

struct Class {
    std::uint32_t first = 0;  ///< UNSPSC commodities, both ends included
    std::uint32_t last = 0;
    std::uint32_t trades = 0;
};

// Classes of software that are not one trade of their own. Ordered; what is not listed is related to its own
// class alone.
constexpr auto classes = std::to_array<Class>({
    {43231501, 43231501, business | computing},  // help desk
    {43231503, 43231503, business | finance | logistics},
    {43231505, 43231505, business},              // human resources
    {43231506, 43231506, business | logistics},  // supply chain
    {43231507, 43231507, business | computing},  // projects
    {43231508, 43231508, logistics},
    {43231511, 43231511, computing},
    {43231513, 43231513, office},
    {43231514, 43231514, marketing},
    {43231515, 43231515, logistics},
    {43231517, 43231517, computing},
    {43231518, 43231518, business | computing},
    {43231601, 43231601, finance},
    {43231602, 43231602, finance | business | logistics},
    {43231603, 43231607, finance},
    {43232005, 43232005, media},
    {43232102, 43232103, media | marketing},
    {43232104, 43232104, office},
    {43232106, 43232106, office},
    {43232107, 43232107, media | marketing | computing},
    {43232108, 43232108, office},
    {43232110, 43232111, office},
    {43232112, 43232112, media},
    {43232202, 43232202, office},
    {43232203, 43232203, computing},
    {43232302, 43232302, computing},
    {43232303, 43232303, business | marketing},
    {43232304, 43232305, computing},
    {43232306, 43232306, computing},
    {43232307, 43232307, computing | marketing | science},
    {43232309, 43232309, law},
    {43232310, 43232313, computing},
    {43232314, 43232314, computing | business | science},
    {43232401, 43232403, computing},
    {43232404, 43232404, computing | media},
    {43232405, 43232407, computing},
    {43232408, 43232408, computing | marketing},
    {43232409, 43232409, computing},
    {43232501, 43232502, learning},
    {43232504, 43232504, logistics},
    {43232505, 43232505, learning},
    {43232510, 43232510, drawing},
    {43232604, 43232604, drawing},
    {43232605, 43232605, science},
    {43232608, 43232608, drawing},
    {43232612, 43232614, drawing},
    {43232616, 43232616, law},
    {43232701, 43232701, computing},
    {43232704, 43232705, computing},
    {43232801, 43232913, computing},
    {43233001, 43233007, computing},
    {43233201, 43233206, computing},
    {43233405, 43233405, computing},
    {43233415, 43233415, computing},
    {43233501, 43233504, office},
    {43233506, 43233506, drawing},
    {43233508, 43233508, computing},
    {43233511, 43233511, logistics},
    {43233513, 43233513, business},
    {43233701, 43233701, computing},
});
static_assert(std::is_sorted(classes.begin(), classes.end(),
                             [](const Class& a, const Class& b) { return a.last < b.first; }));

constexpr std::uint32_t software_segment = 43;  // UNSPSC: information technology
constexpr std::uint32_t whole_class = 1'000'000;
constexpr std::uint32_t family = 10'000;
constexpr std::size_t shortest_maker = 5;  // letters: "Adobe", "Google"

std::uint32_t trades_of(const ontology::Catalog& catalog, ontology::SkillId s, std::uint32_t commodity) {
    const auto found = std::lower_bound(classes.begin(), classes.end(), commodity,
                                        [](const Class& c, std::uint32_t code) { return c.last < code; });
    if (found != classes.end() && found->first <= commodity) return found->trades;
    return catalog.kind(s) == ontology::Kind::programming_language ? computing : 0U;
}

/// "Microsoft" of "Microsoft Access"; empty for names of one word.
std::string_view maker(std::string_view name) {
    const std::size_t end = name.find(' ');
    return end == std::string_view::npos || end < shortest_maker ? std::string_view() : name.substr(0, end);
}

/// Near, broader or narrower, or two parts of one.
bool tied(const ontology::Catalog& catalog, ontology::SkillId a, ontology::SkillId b) {
    for (const auto& n : catalog.lexicon().neighbours(a)) {
        if (n.skill == b) return true;
        if (n.relation != ontology::Relation::broader || n.curated == 0) continue;
        const auto of_b = catalog.lexicon().neighbours(b);
        if (std::any_of(of_b.begin(), of_b.end(), [&](const ontology::Neighbour& other) {
                return other.relation == ontology::Relation::broader && other.skill == n.skill;
            })) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool same_trade(const ontology::Catalog& catalog, ontology::SkillId a, ontology::SkillId b) {
    const std::uint32_t of_a = catalog.commodity(a);
    const std::uint32_t of_b = catalog.commodity(b);
    if (of_a == of_b && of_a != 0) return true;
    if ((trades_of(catalog, a, of_a) & trades_of(catalog, b, of_b)) != 0) return true;
    // Hand tools, instruments and machines are sorted more finely than trades are.
    if (of_a != 0 && of_a / whole_class != software_segment && of_a / family == of_b / family) return true;
    const std::string_view by = maker(catalog.name(a));
    if (!by.empty() && by == maker(catalog.name(b))) return true;
    return tied(catalog, a, b);
}

}  // namespace headway::career
