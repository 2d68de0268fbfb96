// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <ranges>
#include <tuple>

#include "ontology/card.hpp"
#include "ontology/word_group.hpp"

namespace headway::ontology {
namespace {

std::optional<std::string> link_of(const Catalog& catalog, SkillId s) {
    const std::string_view id = catalog.id(s);
    const std::string external(catalog.external_id(s));
    if (catalog.framework(s) == "esco") return external;
    const bool element = catalog.framework(s) == "onet" && id.size() > 5 && id[5] >= '0' && id[5] <= '9';
    if (element && !external.empty()) return "https://www.onetonline.org/find/descriptor/result/" + external;
    return std::nullopt;
}

CardRow row_of(const Catalog& catalog, SkillId s) {
    return {catalog.id(s),          catalog.name(s),
            catalog.framework(s),   catalog.pack_of(s).release(),
            catalog.external_id(s), to_string(catalog.row(s).kind),
            link_of(catalog, s)};
}

void add_words(const Pack& pack, Range range, std::vector<std::string_view>& out) {
    for (Text t : pack.words().subspan(range.begin, range.end - range.begin)) out.push_back(pack.text(t));
}

void add_signals(const Pack& pack, Range range, SkillCard& card) {
    for (Text t : pack.words().subspan(range.begin, range.end - range.begin)) {
        const std::string_view signal = pack.text(t);
        if (is_word_group(signal)) {
            for (const auto word : std::views::split(signal, std::string_view(" + ")))
                card.words.emplace_back(word.begin(), word.end());
        } else {
            card.signals.push_back(signal);
        }
    }
}

void add_row(const Catalog& catalog, SkillId s, SkillCard& card) {
    constexpr std::array<std::string_view, 3> alias_kinds = {"alternative", "hidden", "derived"};
    const Pack& pack = catalog.pack_of(s);
    const SkillRow& row = catalog.row(s);
    card.rows.push_back(row_of(catalog, s));
    card.hot = card.hot || row.hot != 0;
    card.ambiguous = card.ambiguous || row.ambiguous != 0;
    for (const AliasRow& a : pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
        card.aliases.push_back(
            {pack.text(a.text), alias_kinds[static_cast<std::size_t>(a.kind)], pack.name()});
    }
    add_signals(pack, row.signals, card);
    add_words(pack, row.context, card.context);
    add_words(pack, row.avoid, card.avoid);
}

std::optional<CardCommodity> commodity_of(const Catalog& catalog, std::uint32_t code) {
    if (code == 0) return std::nullopt;
    for (const Pack& pack : catalog.packs()) {
        const auto all = pack.commodities();
        const auto at = std::ranges::lower_bound(all, code, {}, &CommodityRow::code);
        if (at == all.end() || at->code != code) continue;
        return CardCommodity{code, pack.text(at->title), pack.text(at->class_title),
                             pack.text(at->family_title)};
    }
    return CardCommodity{code, {}, {}, {}};
}

/// Links of every row of the group, in both directions, each relation to each skill once.
std::vector<CardSkillLink> links_of(const Catalog& catalog, SkillId canonical) {
    constexpr std::array<std::string_view, 4> forth = {"broader", "near", "essential", "optional"};
    constexpr std::array<std::string_view, 4> back = {"narrower", "near", "essential_for", "optional_for"};
    const auto& lexicon = catalog.lexicon();
    std::vector<CardSkillLink> out;
    const auto add = [&](std::string_view relation, SkillId other, std::string_view framework) {
        const SkillId shown = lexicon.canonical(other);
        if (shown == canonical) return;
        out.push_back({relation, catalog.id(shown), catalog.name(shown), framework,
                       catalog.row(shown).kind == Kind::group});
    };
    SkillId base = 0;
    for (const Pack& pack : catalog.packs()) {
        for (const LinkRow& link : pack.links()) {
            const auto kind = static_cast<std::size_t>(link.kind);
            if (lexicon.canonical(base + link.from) == canonical)
                add(forth[kind], base + link.to, pack.name());
            if (lexicon.canonical(base + link.to) == canonical)
                add(back[kind], base + link.from, pack.name());
        }
        base += static_cast<SkillId>(pack.skills().size());
    }
    constexpr std::array<std::string_view, 7> order = {
        "broader", "narrower", "near", "essential", "optional", "essential_for", "optional_for"};
    const auto key = [&](const CardSkillLink& l) {
        return std::tuple(std::ranges::find(order, l.relation) - order.begin(), l.name, l.id);
    };
    std::ranges::stable_sort(out, {}, key);
    const auto doubles = std::ranges::unique(out, {}, key);
    out.erase(doubles.begin(), doubles.end());
    return out;
}

void add_uses(const Catalog& catalog, SkillId canonical, OccupationId o, std::vector<CardUser>& out) {
    constexpr std::array<std::string_view, 4> uses = {"technology", "tool", "essential", "optional"};
    CardUser user;
    for (const OccupationSkillRow& row : catalog.occupation_skills(o)) {
        if (catalog.canonical_of(o, row) != canonical) continue;
        const std::string_view use = uses[static_cast<std::size_t>(row.use)];
        if (user.use.empty()) user.use = use;
        user.hot = user.hot || row.hot != 0;
        user.in_demand = user.in_demand || row.in_demand != 0;
    }
    for (RatedElement& element : rated_elements(catalog, o)) {
        if (catalog.lexicon().canonical(element.skill) != canonical) continue;
        if (user.use.empty()) user.use = "rated";
        user.importance = element.importance;
        user.level = element.level;
    }
    if (user.use.empty()) return;
    user.code = catalog.occupation_code(o);
    user.name = catalog.occupation_name(o);
    out.push_back(std::move(user));
}

std::vector<CardUser> users_of(const Catalog& catalog, SkillId canonical) {
    std::vector<CardUser> out;
    for (OccupationId o = 0; o < catalog.occupation_count(); ++o) add_uses(catalog, canonical, o, out);
    std::ranges::sort(out, {}, [](const CardUser& u) {
        return std::tuple(!u.in_demand, u.importance ? -u.importance->value : 0.0, !u.hot,
                          u.use == "optional", u.name, u.code);
    });
    return out;
}

}  // namespace

SkillCard skill_card(const Catalog& catalog, SkillId skill) {
    const SkillId canonical = catalog.lexicon().canonical(skill);
    SkillCard card;
    card.id = catalog.id(canonical);
    card.name = catalog.name(canonical);
    card.kind = to_string(catalog.kind(canonical));
    card.framework = catalog.framework(canonical);
    for (const SkillId member : catalog.lexicon().members(canonical)) add_row(catalog, member, card);
    card.commodity = commodity_of(catalog, catalog.commodity(canonical));
    card.links = links_of(catalog, canonical);
    card.occupations = users_of(catalog, canonical);
    return card;
}

}  // namespace headway::ontology
