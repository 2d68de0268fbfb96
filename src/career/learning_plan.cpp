// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "career/gap.hpp"
#include "career/learning_estimate.hpp"
#include "career/support.hpp"

namespace headway::career {
namespace {

constexpr double reach = 1.5;      // levels that a learner may lack of what a resource expects
constexpr double far_reach = 2.5;  // where there is too little within that
// Certainty up to which something held is worth proving: all that closeness in meaning alone shows (0.8).
constexpr double doubtful = 0.8 + 1e-9;
constexpr double least_share = 0.25;     // of a resource's hours, however much of it is known
constexpr double narrower_factor = 0.9;  // what a narrower skill counts for the wider, as in support.cpp
constexpr double narrower_loss = 0.25;   // levels lost on the way there
constexpr double near_factor = 0.5;      // and a substitute
constexpr double least_gain = 0.05;      // points
constexpr double visible = 0.1;          // levels; a smaller difference is not shown
constexpr std::size_t most_per_requirement = 3;

/// How a skill serves a requirement: what of it counts, and the levels that do not.
struct Served {
    SkillId skill = ontology::none;
    double factor = 1;
    double lost = 0;
};

/// Skills close to the one that is asked for, which help where nothing teaches that one itself.
std::vector<Served> served_near(SkillId asked, const ontology::Catalog& catalog) {
    std::vector<Served> out;
    for (const auto& n : catalog.lexicon().neighbours(asked)) {
        if (n.curated == 0) continue;
        if (n.relation == ontology::Relation::narrower)
            out.push_back({n.skill, narrower_factor, narrower_loss});
        if (n.relation == ontology::Relation::near) out.push_back({n.skill, near_factor, 0});
    }
    return out;
}

/// Where a requirement stands while the steps are chosen.
struct Standing {
    double coverage = 0;
    std::size_t steps = 0;
};

/// A resource that could serve a requirement.
struct Option {
    std::uint32_t resource = 0;
    std::uint32_t requirement = 0;
    SkillId skill = ontology::none;
    double factor = 1;
    double lost = 0;    ///< Levels that do not count for the requirement.
    bool held = false;  ///< The level is there: the resource could only prove it.
    bool taken = false;
};

class Planner {
  public:
    Planner(const GapReport& report, const LearningCorpus& corpus, const ontology::Catalog& catalog)
        : report_(report), corpus_(corpus), catalog_(catalog) {
        for (std::uint32_t i = 0; i < report.requirements.size(); ++i) {
            const RequirementResult& r = report.requirements[i];
            standing_.push_back({r.coverage, 0});
            for (const SkillId s : r.requirement.any_of) asking_[s].push_back(i);
            // Of these the level is the skill's own, not that of what it implies.
            if (r.held && (r.support == Support::named || r.support == Support::transfer))
                held_[r.held_skill] = r.held->value;
        }
        for (const HeldSkill& h : report.beyond) held_[h.skill] = h.level.value;
        for (std::uint32_t i = 0; i < report.requirements.size(); ++i) {
            const RequirementResult& r = report.requirements[i];
            const auto& asked = r.requirement.any_of;
            if (r.gain < least_gain) continue;
            if (is_shown(r) && suffices(r.held->value, r.requirement.needed.value)) {
                if (r.certainty > doubtful) continue;  // held, and shown well enough
                for (const SkillId s : asked) add(i, s, 1, 0, true);
                continue;
            }
            // Of "Java or C#" the one that they have is the nearer one.
            if (is_shown(r) && std::ranges::find(asked, r.held_skill) != asked.end()) {
                collect(i, r.held_skill);
            } else {
                for (const SkillId s : asked) collect(i, s);
            }
        }
    }

    std::vector<LearningStep> run(std::size_t at_least, std::size_t at_most) {
        std::vector<LearningStep> out;
        while (out.size() < at_most) {
            Option* best = nullptr;
            LearningStep step;
            for (Option& o : options_) {
                const LearningStep s = consider(o, LearningPurpose::closes);
                if (s.gain < least_gain) continue;
                if (best == nullptr || better(s, step)) best = &o, step = s;
            }
            if (best == nullptr) break;
            take(*best, step);
            out.push_back(std::move(step));
        }
        for (const LearningPurpose purpose :
             {LearningPurpose::alternative, LearningPurpose::proves, LearningPurpose::later})
            fill_up(std::min(at_least, at_most), purpose, out);
        for (LearningStep& s : out) s.reason = reason_of(s);
        return out;
    }

  private:
    /// Nothing is missing from the level that a reader would see.
    static bool suffices(double level, double needed) { return level > needed - visible; }

    static bool is_shown(const RequirementResult& r) {
        return r.held && (r.support == Support::named || r.support == Support::implied);
    }

    void collect(std::uint32_t requirement, SkillId skill) {
        const std::size_t before = options_.size();
        add(requirement, skill, 1, 0);
        if (options_.size() != before) return;
        for (const Served& s : served_near(skill, catalog_)) add(requirement, s.skill, s.factor, s.lost);
    }

    void add(std::uint32_t requirement, SkillId skill, double factor, double lost, bool held = false) {
        for (const auto& [unused, resource] : corpus_.teaching(skill))
            options_.push_back({resource, requirement, skill, factor, lost, held, false});
    }

    /// Level of a skill: what steps chosen so far have brought it to, else what the résumé shows of it.
    [[nodiscard]] double level_of(SkillId skill, std::uint32_t requirement) const {
        const auto reached =
            std::find_if(reached_.begin(), reached_.end(), [&](const auto& r) { return r.first == skill; });
        if (reached != reached_.end()) return reached->second;
        if (const auto held = held_.find(skill); held != held_.end()) return held->second;
        const RequirementResult& r = report_.requirements[requirement];
        const auto& asked = r.requirement.any_of;
        return is_shown(r) && std::ranges::find(asked, skill) != asked.end() ? r.held->value : 0;
    }

    /// What counts already of a requirement; for an alternative, without the steps chosen so far.
    [[nodiscard]] double covered(std::uint32_t requirement, bool alternative) const {
        return alternative ? report_.requirements[requirement].coverage : standing_[requirement].coverage;
    }

    /// What counts of a requirement once the skill is at a level.
    [[nodiscard]] double covered_by(std::uint32_t requirement, double factor, double level) const {
        const Requirement& r = report_.requirements[requirement].requirement;
        return coverage(most_coverage(r), factor, level, r.needed.value);
    }

    /// Requirements that an option serves, each with what counts of it once that is done.
    template <class F>
    void each_served(const Option& o, F f) const {
        const double to = corpus_.resources()[o.resource].to;
        f(o.requirement, covered_by(o.requirement, o.factor, to - o.lost));
        const auto others = asking_.find(o.skill);
        if (others == asking_.end()) return;
        for (const std::uint32_t i : others->second) {
            if (i != o.requirement) f(i, covered_by(i, 1, to));
        }
    }

    /// The step that an option would be; a gain of 0 when it is none.
    [[nodiscard]] LearningStep consider(const Option& o, LearningPurpose purpose) const {
        LearningStep s;
        const LearningResource& resource = corpus_.resources()[o.resource];
        const double needed = report_.requirements[o.requirement].requirement.needed.value;
        const double level = level_of(o.skill, o.requirement);
        const bool proves = purpose == LearningPurpose::proves;
        if (o.taken || o.held != proves) return s;
        if (proves ? resource.to + 1 < needed : resource.to < level + visible || suffices(level, needed))
            return s;
        if (resource.from > level + (purpose == LearningPurpose::later ? far_reach : reach)) return s;
        if (purpose == LearningPurpose::closes && standing_[o.requirement].steps >= most_per_requirement)
            return s;
        s.resource = o.resource;
        s.requirement = o.requirement;
        s.skill = o.skill;
        s.purpose = purpose;
        const double begins = std::clamp(level, resource.from, resource.to);
        s.hours = resource.hours *
                  std::clamp((resource.to - begins) / (resource.to - resource.from), least_share, 1.0);
        s.from_level = level;
        s.to_level = std::max(resource.to, level);
        if (report_.weight_sum <= 0) return s;
        const auto count = [&](std::uint32_t i, double after) {
            const double more = after - covered(i, purpose != LearningPurpose::closes);
            s.gain += 100 * report_.requirements[i].weight * std::max(more, 0.0) / report_.weight_sum;
        };
        if (proves) {
            count(o.requirement, covered_by(o.requirement, 1, s.to_level));
        } else {
            each_served(o, count);
        }
        return s;
    }

    [[nodiscard]] static bool better(const LearningStep& a, const LearningStep& b) {
        return std::tuple(a.gain / a.hours, a.gain, -static_cast<double>(a.resource)) >
               std::tuple(b.gain / b.hours, b.gain, -static_cast<double>(b.resource));
    }

    void take(const Option& taken, const LearningStep& step) {
        each_served(taken, [&](std::uint32_t i, double after) {
            standing_[i].coverage = std::max(standing_[i].coverage, after);
        });
        ++standing_[step.requirement].steps;
        std::erase_if(reached_, [&](const auto& r) { return r.first == step.skill; });
        reached_.emplace_back(step.skill, step.to_level);
        // One resource is one step, however many requirements it serves; those see its level as reached.
        for (Option& o : options_) o.taken |= o.resource == taken.resource;
    }

    void fill_up(std::size_t at_least, LearningPurpose purpose, std::vector<LearningStep>& out) {
        reached_.clear();
        while (out.size() < at_least) {
            Option* best = nullptr;
            LearningStep step;
            for (Option& o : options_) {
                const LearningStep s = consider(o, purpose);
                if (s.gain < least_gain) continue;
                if (best == nullptr || better(s, step)) best = &o, step = s;
            }
            if (best == nullptr) return;
            // One proof of a skill is enough.
            const bool proves = purpose == LearningPurpose::proves;
            for (Option& o : options_)
                o.taken |= o.resource == step.resource || (proves && o.requirement == step.requirement);
            out.push_back(std::move(step));
        }
    }

    [[nodiscard]] std::string reason_of(const LearningStep& s) const {
        const RequirementResult& r = report_.requirements[s.requirement];
        const std::string skill(catalog_.name(s.skill));
        const double needed = r.requirement.needed.value;
        std::string out;
        if (s.purpose == LearningPurpose::proves) {
            out = fmt::format(
                "The résumé shows {} in other words only ({:.0f}% sure); this gives it a name, at {:.1f} "
                "of the {:.1f} asked for",
                skill, 100 * r.certainty, s.to_level, needed);
        } else {
            out = fmt::format("Brings {} from {:.1f} ({}) to {:.1f} ({}){} the {:.1f} asked for", skill,
                              s.from_level, level_label(s.from_level), s.to_level, level_label(s.to_level),
                              s.to_level > needed ? ", above" : " of", needed);
        }
        const auto& asked = r.requirement.any_of;
        if (std::find(asked.begin(), asked.end(), s.skill) == asked.end())
            out += fmt::format(" in {}, which it is part of or close to", r.requirement.name);
        out += fmt::format(": {:+.1f} points in about {}.", s.gain, duration_words(s.hours));
        if (s.purpose == LearningPurpose::alternative) out += " An alternative to a step above.";
        if (s.purpose == LearningPurpose::later) {
            out += fmt::format(" It expects level {:.1f} to begin with: for later.",
                               corpus_.resources()[s.resource].from);
        }
        return out;
    }

    const GapReport& report_;
    const LearningCorpus& corpus_;
    const ontology::Catalog& catalog_;
    std::vector<Standing> standing_;
    std::vector<Option> options_;
    std::vector<std::pair<SkillId, double>> reached_;
    std::map<SkillId, double> held_;  ///< Levels of skills that the résumé shows by themselves.
    std::map<SkillId, std::vector<std::uint32_t>> asking_;  ///< Requirements by the skills that they name.
};

}  // namespace

std::vector<LearningStep> plan_learning(const GapReport& report, const LearningCorpus& corpus,
                                        const ontology::Catalog& catalog, std::size_t at_least,
                                        std::size_t at_most) {
    return Planner(report, corpus, catalog).run(at_least, at_most);
}

double points_of(const GapReport& report, const ontology::Catalog& catalog,
                 std::span<const ReachedLevel> reached) {
    if (report.weight_sum <= 0) return 0;
    double points = 0;
    for (const RequirementResult& r : report.requirements) {
        double covered = r.coverage;
        const auto serve = [&](const Served& s) {
            for (const ReachedLevel& x : reached) {
                if (x.skill != s.skill) continue;
                const double level = std::max(x.level - s.lost, 0.0);
                covered = std::max(covered, coverage(most_coverage(r.requirement), s.factor, level,
                                                     r.requirement.needed.value));
            }
        };
        for (const SkillId asked : r.requirement.any_of) {
            serve({asked, 1, 0});
            for (const Served& s : served_near(asked, catalog)) serve(s);
        }
        points += 100 * r.weight * (covered - r.coverage) / report.weight_sum;
    }
    return points;
}

}  // namespace headway::career
