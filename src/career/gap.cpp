// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/gap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "career/linked.hpp"
#include "career/own_words.hpp"
#include "career/support.hpp"

namespace headway::career {
namespace {

constexpr double must_weight = 1;
constexpr double nice_weight = 0.4;
constexpr double soft_weight = 0.6;
constexpr double in_demand_weight = 1.15;
constexpr double noise = 0.5;                    // levels
constexpr double unsaid_range = 3;               // levels: a held level that nothing tells spans as much
constexpr double unsaid_need = 1.9;              // levels: so does a need that the ad names no level of
constexpr double sure_enough = 0.6;              // certainty of a support that can make "matched"
constexpr double partial_factor = 0.6;           // of a phrase that a skill names only a part of
constexpr double weak_from = 0.3;                // coverage
constexpr double eighty_percent = 1.2816;        // standard normal quantile of an 80 % interval
constexpr double least_importance_weight = 0.8;  // at IM 1
constexpr double most_importance_weight = 1.2;   // at IM 5

constexpr std::array<ScoreParameter, 10> parameters{{
    {"must_weight", must_weight},
    {"nice_weight", nice_weight},
    {"soft_weight", soft_weight},
    {"in_demand_weight", in_demand_weight},
    {"least_importance_weight", least_importance_weight},
    {"most_importance_weight", most_importance_weight},
    {"partial_factor", partial_factor},
    {"noise_levels", noise},
    {"matched_from_certainty", sure_enough},
    {"weak_from_coverage", weak_from},
}};

/// What the occupation says of skills: ratings and demand.
class OccupationView {
  public:
    OccupationView(const std::optional<OccupationMatch>& match, const ontology::Catalog& catalog)
        : catalog_(catalog) {
        if (!match) return;
        occupation_ = match->occupation;
        ratings_ = catalog.ratings(occupation_);
        for (const auto& row : catalog.occupation_skills(occupation_)) {
            if (row.hot != 0 || row.in_demand != 0) {
                products_.push_back(
                    {catalog.canonical_of(occupation_, row), row.hot != 0, row.in_demand != 0});
            }
        }
        std::sort(products_.begin(), products_.end(), [](const Product& a, const Product& b) {
            return std::tuple(a.skill, !a.in_demand) < std::tuple(b.skill, !b.in_demand);
        });
    }

    [[nodiscard]] const ontology::ElementRating* rating(SkillId skill) const {
        for (const auto& r : ratings_) {
            if (catalog_.lexicon().canonical(r.skill) == skill) return &r;
        }
        return nullptr;
    }

    void flags(SkillId skill, bool& hot, bool& in_demand) const {
        const auto found = std::lower_bound(products_.begin(), products_.end(), skill,
                                            [](const Product& p, SkillId s) { return p.skill < s; });
        if (found == products_.end() || found->skill != skill) return;
        hot = hot || found->hot;
        in_demand = in_demand || found->in_demand;
    }

    [[nodiscard]] std::string_view name() const { return catalog_.occupation_name(occupation_); }

  private:
    struct Product {
        SkillId skill = ontology::none;
        bool hot = false;
        bool in_demand = false;
    };
    const ontology::Catalog& catalog_;
    OccupationId occupation_ = ontology::none;
    std::vector<ontology::ElementRating> ratings_;
    std::vector<Product> products_;
};

/// For O*NET's rated elements the occupation's own level counts when the ad names none.
void take_occupation_level(Requirement& r, const ontology::ElementRating& rating,
                           std::string_view occupation) {
    const bool stated = r.needed.high - r.needed.low < 1.9;
    if (stated || !rating.level) return;
    const double margin = 1.96 * rating.standard_error.value_or(0.2);
    r.needed = {*rating.level,
                std::max(*rating.level - margin, 0.0),
                std::min(*rating.level + margin, 7.0),
                {"O*NET rates its level for " + std::string(occupation) + "; the ad names none."}};
}

/// "Salesforce or Zuora": a name behind "or" that no framework knows is as good as the known one.
bool names_another(const Requirement& asked, const ontology::Catalog& catalog) {
    const std::string_view known = catalog.name(asked.any_of.front());
    return asked.name.size() > known.size() && asked.name.starts_with(known) &&
           std::string_view(asked.name).substr(known.size()).starts_with(" or ");
}

/// What meets the requirement best: the skills it names, or its own words where they say more or something
/// else.
std::optional<Backing> best_backing(const Resume& resume, const Backings& backings, const Requirement& asked,
                                    double needed, const ontology::Catalog& catalog) {
    std::optional<Backing> best;
    const auto consider = [&](Backing b) {
        if (b.support == Support::none) return;
        const auto worth = [&](const Backing& x) {
            return coverage(x.certainty, x.factor, x.level.value, needed);
        };
        if (!best || worth(b) > worth(*best)) best = std::move(b);
    };
    const double linked = link_certainty(asked);
    if (asked.any_of.empty() || asked.partial || linked < 1) {
        OwnWords words = find_words(resume, asked);
        // "I want to learn orbital welding" speaks of just this, whatever other welding stands beside it.
        if (words.disclaimed) return std::nullopt;
        consider(std::move(words.backing));
        // The whole line says more of what is meant than its name.
        const bool line = asked.any_of.empty() && !asked.evidence.empty();
        consider(backings.find_phrase(line ? std::string_view(asked.evidence.front().text)
                                           : std::string_view(asked.name)));
    }
    if (asked.any_of.size() == 1 && !asked.partial && names_another(asked, catalog))
        consider(find_words(resume, asked).backing);
    for (SkillId s : asked.any_of) {
        auto found = backings.find(s, needed, asked.open);
        if (found.empty()) continue;
        for (Backing& b : found) {
            b.certainty *= linked;
            if (asked.partial) b.factor *= partial_factor;
        }
        consider(std::move(found.front()));
    }
    return best;
}

/// Spread of a coverage from the range of both levels, as a standard deviation: the ranges are read as 80 %
/// ranges.
double coverage_spread(const Backing& b, const Level& needed) {
    const double best = coverage(b.certainty, b.factor, b.level.high, needed.low);
    const double worst = coverage(b.certainty, b.factor, b.level.low, needed.high);
    const double doubt = b.support == Support::implied ? std::sqrt(b.certainty * (1 - b.certainty)) * 0.5 : 0;
    const double range = (best - worst) / (2 * eighty_percent);
    return std::sqrt(range * range + doubt * doubt);
}

void settle(RequirementResult& out, const Backing& b) {
    out.support = b.support;
    out.certainty = b.certainty * b.factor;
    out.held_skill = b.skill;
    out.held = b.level;
    out.evidence = b.evidence;
    const double needed = out.requirement.needed.value;
    out.coverage = coverage(b.certainty, b.factor, b.level.value, needed);
    const double apart = std::abs(b.level.value - needed);
    out.within_noise = apart < noise && apart > 0.005;
    // Neither side says how well: what is listed meets what is asked for, unless they lie far apart.
    const bool unsaid = b.level.high - b.level.low >= unsaid_range &&
                        out.requirement.needed.high - out.requirement.needed.low >= unsaid_need;
    const bool enough = b.level.value >= needed - (unsaid ? 2 * noise : noise);
    if (b.support != Support::transfer && enough && b.certainty * b.factor >= sure_enough) {
        out.status = Status::matched;
    } else if (out.coverage >= weak_from) {
        out.status = Status::weak;
    }
    if (b.support == Support::transfer && b.factor >= 0.8 && enough) out.status = Status::matched;
}

}  // namespace

std::span<const ScoreParameter> score_parameters() {
    return parameters;
}

double requirement_weight(const Requirement& r, ontology::Kind kind, std::optional<double> importance,
                          bool in_demand) {
    double w = r.need == Need::must ? must_weight : nice_weight;
    w *= r.place * r.certainty;
    if (kind == ontology::Kind::soft) w *= soft_weight;
    if (importance) {
        w *= std::lerp(least_importance_weight, most_importance_weight,
                       (std::clamp(*importance, 1.0, 5.0) - 1) / 4);
    }
    if (in_demand) w *= in_demand_weight;
    return w;
}

double most_coverage(const Requirement& r) {
    return link_certainty(r) * (r.partial ? partial_factor : 1);
}

GapReport find_gap(const Resume& resume, const Job& job, std::optional<OccupationMatch> occupation,
                   const ontology::Catalog& catalog, const Linker* linker) {
    GapReport report;
    report.occupation = occupation;
    const OccupationView view(occupation, catalog);
    const Backings backings(resume, catalog, linker);
    double variance = 0;
    report.requirements.reserve(job.requirements.size());
    for (const Requirement& asked : job.requirements) {
        RequirementResult out;
        out.requirement = asked;
        ontology::Kind kind = ontology::Kind::skill;
        for (SkillId s : asked.any_of) {
            kind = catalog.kind(s);
            view.flags(s, out.hot, out.in_demand);
            if (const auto* rating = view.rating(s)) {
                if (rating->importance)
                    out.importance = std::max(out.importance.value_or(0), *rating->importance);
                take_occupation_level(out.requirement, *rating, view.name());
            }
        }
        out.weight = requirement_weight(out.requirement, kind, out.importance, out.in_demand);
        const double needed = out.requirement.needed.value;
        const std::optional<Backing> best = best_backing(resume, backings, asked, needed, catalog);
        if (best) {
            settle(out, *best);
            const double spread = out.weight * coverage_spread(*best, out.requirement.needed);
            variance += spread * spread;
        }
        report.weight_sum += out.weight;
        report.requirements.push_back(std::move(out));
    }
    double sum = 0;
    for (RequirementResult& r : report.requirements) {
        if (report.weight_sum <= 0) break;
        r.points = 100 * r.weight * r.coverage / report.weight_sum;
        r.gain = 100 * r.weight * (1 - r.coverage) / report.weight_sum;
        sum += r.points;
    }
    report.score = std::clamp(sum, 0.0, 100.0);
    const double deviation = report.weight_sum > 0 ? 100 * std::sqrt(variance) / report.weight_sum : 0;
    report.low = std::max(report.score - eighty_percent * deviation, 0.0);
    report.high = std::min(report.score + eighty_percent * deviation, 100.0);
    std::sort(report.requirements.begin(), report.requirements.end(),
              [](const RequirementResult& a, const RequirementResult& b) {
                  return std::tuple(-a.gain, -a.points, std::string_view(a.requirement.name)) <
                         std::tuple(-b.gain, -b.points, std::string_view(b.requirement.name));
              });
    for (const HeldSkill& h : resume.skills) {
        const bool asked =
            std::any_of(job.requirements.begin(), job.requirements.end(), [&](const Requirement& r) {
                return std::find(r.any_of.begin(), r.any_of.end(), h.skill) != r.any_of.end();
            });
        if (!asked) report.beyond.push_back(h);
    }
    report.unclaimed = resume.unclaimed;
    return report;
}

}  // namespace headway::career
