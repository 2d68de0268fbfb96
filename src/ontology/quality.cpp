// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/quality.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr std::size_t most_examples = 5;

class Checker {
  public:
    explicit Checker(const Pack& pack) : p_(pack) {
        report_.framework = pack.name();
        report_.release = pack.release();
        report_.licence = pack.licence();
        for (const auto& file : pack.files()) {
            report_.files.push_back(
                {std::string(pack.text(file.name)), std::string(pack.text(file.release)), file.rows});
        }
    }

    QualityReport run() {
        count_skills();
        count_rows();
        check_ids();
        check_links();
        check_file_rows();
        check_completeness();
        check_ratings();
        check_names();
        return std::move(report_);
    }

  private:
    void put(std::string_view name, std::uint64_t count) {
        report_.counts.push_back({std::string(name), count});
    }

    void problem(std::string what) { report_.problems.push_back(std::move(what)); }

    [[nodiscard]] std::string skill_name(std::uint32_t skill) const {
        return std::string(p_.text(p_.skills()[skill].name));
    }
    [[nodiscard]] std::string occupation_id(std::uint32_t occupation) const {
        return std::string(p_.text(p_.occupations()[occupation].id));
    }

    void count_skills() {
        std::array<std::uint64_t, 9> kinds{};
        std::uint64_t ambiguous = 0;
        for (const auto& s : p_.skills()) {
            ++kinds[static_cast<std::size_t>(s.kind)];
            ambiguous += s.ambiguous;
        }
        std::unordered_set<std::uint32_t> technologies;
        std::unordered_set<std::uint32_t> tools;
        std::unordered_set<std::uint32_t> hot;
        for (const auto& x : p_.occupation_skills()) {
            if (x.use == Use::technology) technologies.insert(x.skill);
            if (x.use == Use::tool) tools.insert(x.skill);
            if (x.hot != 0) hot.insert(x.skill);
        }
        put("skills", p_.skills().size() - kinds[static_cast<std::size_t>(Kind::group)]);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            put(fmt::format("kind_{}", to_string(static_cast<Kind>(i))), kinds[i]);
        }
        put("technologies", technologies.size());
        put("hot_technologies", hot.size());
        put("tools", tools.size());
        put("ambiguous_skills", ambiguous);
    }

    void count_rows() {
        std::array<std::uint64_t, 3> aliases{};
        std::uint64_t of_groups = 0;
        for (const auto& s : p_.skills()) {
            for (auto i = s.aliases.begin; i < s.aliases.end; ++i) {
                auto& place = s.kind == Kind::group ? of_groups
                                                    : aliases[static_cast<std::size_t>(p_.aliases()[i].kind)];
                ++place;
            }
        }
        // An importer keeps an occupation that its source names but does not describe; its name is then its
        // id.
        const auto nameless = static_cast<std::uint64_t>(std::ranges::count_if(
            p_.occupations(), [](const OccupationRow& o) { return o.name.offset == o.id.offset; }));
        std::array<std::uint64_t, 4> uses{};
        std::uint64_t in_demand = 0;
        for (const auto& x : p_.occupation_skills()) {
            ++uses[static_cast<std::size_t>(x.use)];
            in_demand += x.in_demand;
        }
        put("alternative_names", aliases[0]);
        put("hidden_names", aliases[1]);
        put("derived_names", aliases[2]);
        put("names_of_groups", of_groups);
        put("occupations", p_.occupations().size() - nameless);
        put("occupations_without_description", nameless);
        put("titles", p_.titles().size());
        put("occupation_technologies", uses[0]);
        put("occupation_tools", uses[1]);
        put("occupation_essential_skills", uses[2]);
        put("occupation_optional_skills", uses[3]);
        put("in_demand_pairs", in_demand);
        put("ratings", p_.ratings().size());
        put("related_occupations", p_.related().size());
        put("links", p_.links().size());
        put("commodities", p_.commodities().size());
    }

    void check_ids() {
        std::unordered_set<std::string_view> ids;
        for (const auto& s : p_.skills()) {
            if (!ids.insert(p_.text(s.id)).second)
                problem(fmt::format("two skills have the id {}", p_.text(s.id)));
        }
        ids.clear();
        for (const auto& o : p_.occupations()) {
            if (!ids.insert(p_.text(o.id)).second)
                problem(fmt::format("two occupations have the id {}", p_.text(o.id)));
        }
        std::unordered_set<std::uint32_t> codes;
        for (const auto& c : p_.commodities()) codes.insert(c.code);
        for (const auto& x : p_.occupation_skills()) {
            if (x.commodity != 0 && !codes.contains(x.commodity)) {
                problem(
                    fmt::format("{} has the unknown commodity code {}", skill_name(x.skill), x.commodity));
            }
        }
    }

    void check_links() {
        // Broader links must lead upwards: peel off skills without narrower ones; what is left lies on a
        // circle.
        std::vector<std::uint32_t> below(p_.skills().size(), 0);
        std::unordered_multimap<std::uint32_t, std::uint32_t> parents;
        Anomaly own{"skills linked to themselves", 0, {}};
        for (const auto& link : p_.links()) {
            if (link.from == link.to) {
                add(own, skill_name(link.from));
            } else if (link.kind == LinkKind::broader) {
                ++below[link.to];
                parents.emplace(link.from, link.to);
            }
        }
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < below.size(); ++i) {
            if (below[i] == 0) open.push_back(i);
        }
        std::size_t done = 0;
        for (; done < open.size(); ++done) {
            const auto [from, to] = parents.equal_range(open[done]);
            for (auto at = from; at != to; ++at) {
                if (--below[at->second] == 0) open.push_back(at->second);
            }
        }
        Anomaly circle{"skills on a circle of broader links", 0, {}};
        for (std::uint32_t i = 0; i < below.size(); ++i) {
            if (below[i] != 0) add(circle, skill_name(i));
        }
        keep(own);
        keep(circle);
    }

    /// The rows of the source files must all have arrived.
    void check_file_rows() {
        const auto same = [&](std::string_view what, std::uint64_t got,
                              std::initializer_list<std::string_view> files) {
            std::uint64_t expected = 0;
            bool any = false;
            for (const auto& file : report_.files) {
                const bool named = std::ranges::find(files, file.name) != files.end();
                any = any || named;
                expected += named ? file.rows : 0;
            }
            if (any && got != expected) problem(fmt::format("{} {} of {} rows arrived", got, what, expected));
        };
        const auto uses = [&](std::string_view name) { return report_.count(name); };
        same("technologies of occupations", uses("occupation_technologies"),
             {"Technology Skills.txt", "Software Skills.txt"});
        same("tools of occupations", uses("occupation_tools"), {"Tools Used.txt"});
        same("related occupations", uses("related_occupations"), {"Related Occupations.txt"});
        same("ratings", uses("ratings"),
             {"Skills.txt", "Essential Skills.txt", "Transferable Skills.txt", "Knowledge.txt",
              "Abilities.txt", "Work Activities.txt"});
        same("occupations", uses("occupations"), {"Occupation Data.txt", "occupations_en.csv"});
        same("skills", uses("skills"), {"skills_en.csv"});
        same("skills of occupations",
             uses("occupation_essential_skills") + uses("occupation_optional_skills"),
             {"occupationSkillRelations.csv"});
    }

    template <class Has>
    void complete(std::string_view what, Has has) {
        Completeness c;
        c.what = what;
        for (std::uint32_t o = 0; o < p_.occupations().size(); ++o) {
            if (has(p_.occupations()[o])) {
                ++c.have;
            } else {
                c.missing.push_back(occupation_id(o));
            }
        }
        c.percent = 100.0 * static_cast<double>(c.have) / static_cast<double>(p_.occupations().size());
        report_.completeness.push_back(std::move(c));
    }

    void check_completeness() {
        if (p_.occupations().empty()) return;
        const auto some = [](Range r) { return r.begin != r.end; };
        complete("titles", [&](const OccupationRow& o) { return some(o.titles); });
        if (p_.name() != "onet") {
            complete("skills", [&](const OccupationRow& o) { return some(o.skills); });
            return;
        }
        complete("job zone", [](const OccupationRow& o) { return o.job_zone != 0; });
        complete("technologies", [&](const OccupationRow& o) {
            const auto rows = p_.occupation_skills().subspan(o.skills.begin, o.skills.end - o.skills.begin);
            return std::ranges::any_of(rows, [](const auto& x) { return x.use == Use::technology; });
        });
        complete("ratings", [&](const OccupationRow& o) { return some(o.ratings); });
        complete("related occupations", [&](const OccupationRow& o) { return some(o.related); });
    }

    void check_ratings() {
        Anomaly level{"levels above 0 although \"Not Relevant\"", 0, {}};
        Anomaly suppressed{"ratings that O*NET recommends to suppress", 0, {}};
        Anomaly outside{"ratings outside their own confidence interval", 0, {}};
        Anomaly old{"ratings more than ten years older than the newest", 0, {}};
        std::uint32_t newest = 0;
        for (const auto& o : p_.origins()) newest = std::max(newest, o.date);
        for (const auto& r : p_.ratings()) {
            const auto shown = [&] { return occupation_id(r.occupation) + " " + skill_name(r.skill); };
            if (r.not_relevant() && r.value_hundredths > 0) add(level, shown());
            if (r.suppress()) add(suppressed, shown());
            const float slack = 0.0051F;  // the value is rounded to hundredths
            if (r.value() < r.low - slack || r.value() > r.high + slack) add(outside, shown());
            if (p_.origins()[r.origin].date + 1000 < newest) add(old, shown());
        }
        for (auto* anomaly : {&level, &suppressed, &outside, &old}) keep(*anomaly);
    }

    void check_names() {
        std::unordered_map<std::string, std::string_view> names;
        Anomaly by_case{"names that differ only in letter case", 0, {}};
        Anomaly twice{"skills with the same name", 0, {}};
        Anomaly alias{"names that a skill has twice", 0, {}};
        for (const auto& s : p_.skills()) {
            if (s.kind == Kind::group) continue;
            const auto name = p_.text(s.name);
            const auto [at, is_new] = names.emplace(text::fold(name), name);
            if (!is_new) add(at->second == name ? twice : by_case, std::string(name));
            std::unordered_set<std::string> own;
            for (auto i = s.aliases.begin; i < s.aliases.end; ++i) {
                const auto text = p_.text(p_.aliases()[i].text);
                if (!own.insert(text::fold(text)).second) add(alias, std::string(text));
            }
        }
        for (auto* anomaly : {&by_case, &twice, &alias}) keep(*anomaly);
    }

    static void add(Anomaly& anomaly, std::string example) {
        ++anomaly.count;
        if (anomaly.examples.size() < most_examples) anomaly.examples.push_back(std::move(example));
    }

    void keep(Anomaly& anomaly) {
        if (anomaly.count != 0) report_.anomalies.push_back(std::move(anomaly));
    }

    const Pack& p_;
    QualityReport report_;
};

}  // namespace

std::uint64_t QualityReport::count(std::string_view name) const {
    const auto at = std::ranges::find(counts, name, &NamedCount::name);
    return at == counts.end() ? 0 : at->count;
}

std::uint64_t QualityReport::rows(std::string_view file) const {
    const auto at = std::ranges::find(files, file, &FileCount::name);
    return at == files.end() ? 0 : at->rows;
}

QualityReport check(const Pack& pack) {
    return Checker(pack).run();
}

}  // namespace headway::ontology
