// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_pathway.hpp"

#include <cmath>
#include <fmt/format.h>

#include "report/report.hpp"

namespace headway::api {
namespace {

using ranking::OccupationMap;

constexpr std::size_t few = 5;

double rounded(double figure) {
    return std::round(figure * 100) / 100;
}

std::string name_at(const OccupationMap& map, std::uint32_t place) {
    return std::string(map.catalog().occupation_name(map.occupations()[place].occupation));
}

OccupationRefWire occupation_at(const OccupationMap& map, std::uint32_t place) {
    const ontology::Catalog& catalog = map.catalog();
    const ontology::OccupationId o = map.occupations()[place].occupation;
    OccupationRefWire out;
    out.code = catalog.occupation_code(o);
    out.name = catalog.occupation_name(o);
    out.framework = "onet";
    if (const auto zone = catalog.occupation(o).job_zone; zone != 0) out.job_zone = zone;
    out.link = "https://www.onetonline.org/link/summary/" + out.code;
    return out;
}

std::vector<OccupationRefWire> occupations_at(const OccupationMap& map,
                                              const std::vector<std::uint32_t>& places) {
    std::vector<OccupationRefWire> out;
    for (const std::uint32_t p : places) out.push_back(occupation_at(map, p));
    return out;
}

std::string month(career::Month m) {
    return fmt::format("{:04}-{:02}", m / 12, m % 12 + 1);
}

std::string percent(double share) {
    return fmt::format("{:.0f}%", share * 100);
}

PathwayPartWire work_part(const flows::Standing& s, const ranking::Pathway& p, const OccupationMap& map) {
    PathwayPartWire out{"work", rounded(p.weights.work), rounded(p.closeness.work), 0, {}};
    out.points = rounded(100 * p.weights.work * p.closeness.work);
    if (s.held.work.empty()) {
        out.because = "No title of work that you did was found in the résumé.";
    } else if (p.work.empty()) {
        out.because =
            "None of the work in the résumé was in this occupation or in one that O*NET relates to it.";
    } else {
        const std::string title = "“" + s.titles[p.work.front().work] + "”";
        out.because = p.closeness.via == p.closeness.place
                          ? title + " is work in this occupation."
                          : title + " is work in “" + name_at(map, p.closeness.via) +
                                "”, which O*NET relates to this occupation: it counts " +
                                percent(p.closeness.carried) + ".";
    }
    return out;
}

PathwayPartWire technologies_part(const flows::Standing& s, const ranking::Pathway& p,
                                  const ranking::MappedOccupation& m) {
    PathwayPartWire out{"technologies", rounded(p.weights.technologies), {}, 0, {}};
    if (p.closeness.technologies) {
        out.share = rounded(*p.closeness.technologies);
        out.points = rounded(100 * p.weights.technologies * *p.closeness.technologies);
        out.because = fmt::format(
            "Of {} technologies that the résumé names and O*NET lists somewhere, {} of the {} listed here "
            "are among "
            "them; the fewer occupations use one, the more it counts.",
            s.held.technologies.size(), p.technologies_held.size(), m.technologies.size());
    } else {
        out.because = m.technologies.empty()
                          ? "Unknown: O*NET lists no technologies for this occupation."
                          : "Unknown: the résumé names no technology that tells occupations apart.";
    }
    return out;
}

std::string whose_ratings(const ranking::MappedOccupation& m) {
    if (m.rated_by.empty()) return "";
    return fmt::format(
        " O*NET publishes no ratings of this occupation; these are the means of {} related ones.",
        m.rated_by.size());
}

PathwayPartWire skills_part(const ranking::Pathway& p, const ranking::MappedOccupation& m) {
    PathwayPartWire out{"skills", rounded(p.weights.elements), {}, 0, {}};
    if (p.closeness.elements) {
        out.share = rounded(*p.closeness.elements);
        out.points = rounded(100 * p.weights.elements * *p.closeness.elements);
        out.because = "You cover " + percent(*p.closeness.elements) +
                      " of the skills and knowledge that matter more here than in other occupations." +
                      whose_ratings(m);
    } else {
        out.because =
            m.elements.empty()
                ? "Unknown: O*NET publishes no ratings of this occupation or of those related to it."
                : "Unknown: neither work nor skills in the résumé say anything about rated skills.";
    }
    return out;
}

PathwayWorkWire work_wire(const flows::Standing& s, const ranking::Pathway& p, const ranking::PathwayWork& w,
                          const OccupationMap& map) {
    const career::HeldWork& held = s.held.work[w.work];
    PathwayWorkWire out;
    out.title = s.titles[w.work];
    out.start = held.begin;
    out.end = held.end;
    if (held.dated) {
        out.from = month(held.from);
        if (!held.present) out.until = month(held.until - 1);
        out.present = held.present;
    }
    out.weight = rounded(held.weight);
    out.occupation = occupation_at(map, p.closeness.via);
    out.certainty = rounded(w.certainty);
    out.carried = rounded(p.closeness.carried);
    out.points = rounded(w.points);
    return out;
}

std::vector<PathwaySkillWire> skills_wire(const std::vector<ranking::PathwaySkill>& skills, std::size_t most,
                                          const ontology::Catalog& catalog) {
    std::vector<PathwaySkillWire> out;
    for (const ranking::PathwaySkill& s : skills) {
        if (out.size() == most) break;
        out.push_back({report::make_skill_ref(catalog, s.needed.skill), rounded(s.needed.importance),
                       rounded(s.needed.level), s.held ? std::optional(rounded(*s.held)) : std::nullopt,
                       rounded(s.covered), rounded(s.gain)});
    }
    return out;
}

std::vector<PathwayTechnologyWire> technologies_wire(
    const std::vector<ranking::PathwayTechnology>& technologies, std::size_t most,
    const ontology::Catalog& catalog) {
    std::vector<PathwayTechnologyWire> out;
    for (const ranking::PathwayTechnology& t : technologies) {
        if (out.size() == most) break;
        out.push_back({report::make_skill_ref(catalog, t.used.skill), rounded(t.used.rarity), t.used.hot,
                       t.used.in_demand, rounded(t.gain)});
    }
    return out;
}

}  // namespace

PathwayWire to_wire(const flows::Standing& standing, const ranking::Closeness& closeness,
                    const OccupationMap& map, Extent extent) {
    const ranking::Pathway p = ranking::make_pathway(standing.held, closeness, map);
    const ranking::MappedOccupation& m = map.occupations()[closeness.place];
    const std::size_t most = extent == Extent::brief ? few : std::size_t{1000};
    PathwayWire out;
    out.occupation = occupation_at(map, closeness.place);
    out.closeness = rounded(closeness.total);
    out.parts = {work_part(standing, p, map), technologies_part(standing, p, m), skills_part(p, m)};
    for (const ranking::PathwayWork& w : p.work) {
        if (out.work.size() < most) out.work.push_back(work_wire(standing, p, w, map));
    }
    out.ratings = m.elements.empty() ? "unknown" : m.rated_by.empty() ? "own" : "relatives";
    out.rated_by = occupations_at(map, m.rated_by);
    out.held = skills_wire(p.held, most, map.catalog());
    out.lacking = skills_wire(p.lacking, most, map.catalog());
    out.technologies_listed = m.technologies.size();
    out.technologies_held = technologies_wire(p.technologies_held, most, map.catalog());
    out.technologies_lacking = technologies_wire(p.technologies_lacking, most, map.catalog());
    for (const ranking::Relative& r : m.related) {
        if (out.related.size() < (extent == Extent::brief ? few : std::size_t{20}))
            out.related.push_back(occupation_at(map, r.place));
    }
    return out;
}

}  // namespace headway::api
