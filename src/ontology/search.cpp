// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/search.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ontology/merge.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t longest_query = 256;
constexpr double alias_score = 0.97;
constexpr double derived_score = 0.95;

/// A name counts a little less when it is not the item's own.
double for_role(NameMatch match, SearchRole role) {
    if (role == SearchRole::name) return match.score;
    if (match.agreement == Agreement::name) return role == SearchRole::derived ? derived_score : alias_score;
    return match.score - (role == SearchRole::derived ? 0.015 : 0.01);
}

/// Collects the best agreement of every item and ranks them.
class Ranking {
  public:
    Ranking(const Catalog& catalog, const SearchTable& table, const SearchQuery& query)
        : catalog_(catalog),
          table_(table),
          query_(query),
          best_(catalog.skill_count() + catalog.occupation_count()) {}

    void add(const NameMatch& match) {
        const Range r = table_.names[match.name].targets;
        for (std::uint32_t t = r.begin; t != r.end; ++t) {
            const SearchTarget& target = table_.targets[t];
            const auto role = static_cast<SearchRole>(target.role);
            const double score = for_role(match, role);
            Best& best = best_[item_of(target)];
            if (score <= best.score) continue;
            if (best.score == 0) touched_.push_back(item_of(target));
            const bool second = match.agreement == Agreement::name && role != SearchRole::name;
            best = {score, t, second ? Agreement::alias : match.agreement};
        }
    }

    std::vector<SearchHit> ranked() {
        std::vector<Row> rows;
        for (const std::uint32_t item : touched_) {
            const std::optional<SearchHit> hit = wanted(item);
            if (hit) rows.push_back({*hit, key(*hit)});
        }
        const bool exact =
            std::ranges::any_of(rows, [](const Row& r) { return r.hit.agreement <= Agreement::spacing; });
        // What is spelt as a known name is no misspelling of another.
        if (exact) std::erase_if(rows, [](const Row& r) { return r.hit.agreement == Agreement::misspelt; });
        const std::size_t top = std::min(query_.top, rows.size());
        std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(top), {}, &Row::key);
        std::vector<SearchHit> out;
        for (std::size_t i = 0; i < top; ++i) out.push_back(rows[i].hit);
        return out;
    }

  private:
    struct Best {
        double score = 0;
        std::uint32_t target = 0;
        Agreement agreement = Agreement::name;
    };
    /// Smaller comes first.
    using Key = std::tuple<double, int, bool, bool, std::size_t, std::string_view>;
    struct Row {
        SearchHit hit;
        Key key;
    };

    /// Canonical skills first, then occupations.
    [[nodiscard]] std::uint32_t item_of(const SearchTarget& target) const {
        if (target.occupation != 0) return static_cast<std::uint32_t>(catalog_.skill_count()) + target.item;
        return catalog_.lexicon().canonical(target.item);
    }

    [[nodiscard]] std::optional<SearchHit> wanted(std::uint32_t item) const {
        const Best& best = best_[item];
        const SearchTarget& target = table_.targets[best.target];
        SearchHit hit;
        hit.agreement = best.agreement;
        hit.score = best.score;
        if (target.occupation != 0) {
            const Pack& pack = catalog_.pack_of_occupation(target.item);
            if (!query_.occupations || query_.kind) return std::nullopt;
            if (!query_.framework.empty() && pack.name() != query_.framework) return std::nullopt;
            hit.occupation = target.item;
            hit.matched = search_name_text(pack, catalog_.occupation(target.item), target.name);
            return hit;
        }
        const Kind kind = catalog_.kind(item);
        if (!query_.skills || (query_.kind ? kind != *query_.kind : kind == Kind::group)) return std::nullopt;
        hit.skill = item;
        hit.shown = shown(item, target.item);
        if (hit.shown == none) return std::nullopt;
        hit.matched = search_name_text(catalog_.pack_of(target.item), catalog_.row(target.item), target.name);
        return hit;
    }

    /// The row of the framework asked for: the one whose name agreed, else the first; `none` without one.
    [[nodiscard]] SkillId shown(SkillId canonical, SkillId agreed) const {
        if (query_.framework.empty()) return canonical;
        if (catalog_.framework(agreed) == query_.framework) return agreed;
        for (const SkillId member : catalog_.lexicon().members(canonical)) {
            if (catalog_.framework(member) == query_.framework) return member;
        }
        return none;
    }

    [[nodiscard]] Key key(const SearchHit& hit) const {
        if (hit.skill == none) {
            const bool esco = catalog_.pack_of_occupation(hit.occupation).name() == "esco";
            return {-hit.score,
                    esco ? 3 : 1,
                    true,
                    true,
                    catalog_.occupation_name(hit.occupation).size(),
                    catalog_.occupation_code(hit.occupation)};
        }
        const auto members = catalog_.lexicon().members(hit.skill);
        const bool hot = std::ranges::any_of(members, [&](SkillId m) { return catalog_.row(m).hot != 0; });
        const int rank = source_rank({&catalog_.pack_of(hit.shown), &catalog_.row(hit.shown)});
        return {-hit.score, rank, false, !hot, catalog_.name(hit.shown).size(), catalog_.id(hit.shown)};
    }

    const Catalog& catalog_;
    const SearchTable& table_;
    const SearchQuery& query_;
    std::vector<Best> best_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace

Result<Search> Search::open(const Catalog& catalog) {
    auto table = catalog.lexicon().search_table(catalog.packs());
    if (!table) return pass_on(table);
    return Search(catalog, *table);
}

std::vector<SearchHit> Search::find(const SearchQuery& query) const {
    const std::string text = text::make_valid(std::string_view(query.text).substr(0, longest_query));
    const std::string normal = text::normal_name(text);
    Ranking ranking(*catalog_, table_, query);
    for (const NameMatch& match : match_names(table_, normal)) ranking.add(match);
    return ranking.ranked();
}

}  // namespace headway::ontology
