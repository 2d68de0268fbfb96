// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/learning_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "career/support.hpp"

namespace headway::career {
namespace {

constexpr double reach = 1.5;            // levels that a learner may lack of what a resource expects
constexpr double least_share = 0.25;     // of a resource's hours, however much of it is known
constexpr double narrower_factor = 0.9;  // what a narrower skill counts for the wider, as in support.cpp
constexpr double near_factor = 0.5;      // and a substitute
constexpr double least_gain = 0.05;      // points
constexpr std::size_t most_per_requirement = 3;

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
    bool taken = false;
};

class Planner {
  public:
    Planner(const GapReport& report, const LearningCorpus& corpus, const ontology::Catalog& catalog)
        : report_(report), corpus_(corpus), catalog_(catalog) {
        for (std::uint32_t i = 0; i < report.requirements.size(); ++i) {
            const RequirementResult& r = report.requirements[i];
            standing_.push_back({r.coverage, 0});
            if (r.gain < least_gain) continue;
            for (const SkillId s : r.requirement.any_of) collect(i, s);
        }
    }

    std::vector<LearningStep> run(std::size_t at_least, std::size_t at_most) {
        std::vector<LearningStep> out;
        while (out.size() < at_most) {
            Option* best = nullptr;
            LearningStep step;
            for (Option& o : options_) {
                const LearningStep s = consider(o, standing_[o.requirement].coverage, false);
                if (s.gain < least_gain) continue;
                if (best == nullptr || better(s, step)) best = &o, step = s;
            }
            if (best == nullptr) break;
            take(*best, step);
            out.push_back(std::move(step));
        }
        add_alternatives(std::min(at_least, at_most), out);
        for (LearningStep& s : out) s.reason = reason_of(s);
        return out;
    }

  private:
    void collect(std::uint32_t requirement, SkillId skill) {
        const std::size_t before = options_.size();
        add(requirement, skill, 1);
        if (options_.size() != before) return;
        for (const auto& n : catalog_.lexicon().neighbours(skill)) {
            if (n.curated == 0) continue;
            if (n.relation == ontology::Relation::narrower) add(requirement, n.skill, narrower_factor);
            if (n.relation == ontology::Relation::near) add(requirement, n.skill, near_factor);
        }
    }

    void add(std::uint32_t requirement, SkillId skill, double factor) {
        for (const auto& [unused, resource] : corpus_.teaching(skill))
            options_.push_back({resource, requirement, skill, factor, false});
    }

    /// Level of a skill: what steps chosen so far have brought it to, else what the résumé shows of it.
    [[nodiscard]] double level_of(SkillId skill, std::uint32_t requirement) const {
        const auto reached =
            std::find_if(reached_.begin(), reached_.end(), [&](const auto& r) { return r.first == skill; });
        if (reached != reached_.end()) return reached->second;
        const RequirementResult& r = report_.requirements[requirement];
        const auto& asked = r.requirement.any_of;
        const bool own = std::find(asked.begin(), asked.end(), skill) != asked.end();
        const bool shown = r.support == Support::named || r.support == Support::implied;
        return own && shown && r.held ? r.held->value : 0;
    }

    /// The step that an option would be; a gain of 0 when it is none. `covered`: what counts already.
    [[nodiscard]] LearningStep consider(const Option& o, double covered, bool alternative) const {
        LearningStep s;
        const LearningResource& resource = corpus_.resources()[o.resource];
        const RequirementResult& r = report_.requirements[o.requirement];
        const double level = level_of(o.skill, o.requirement);
        if (o.taken || resource.to <= level || resource.from > level + reach) return s;
        if (!alternative && standing_[o.requirement].steps >= most_per_requirement) return s;
        const double after = coverage(1, o.factor, resource.to, r.requirement.needed.value);
        s.resource = o.resource;
        s.requirement = o.requirement;
        s.skill = o.skill;
        const double share = (resource.to - std::max(resource.from, level)) / (resource.to - resource.from);
        s.hours = resource.hours * std::clamp(share, least_share, 1.0);
        s.from_level = level;
        s.to_level = resource.to;
        s.alternative = alternative;
        if (report_.weight_sum > 0)
            s.gain = 100 * r.weight * std::max(after - covered, 0.0) / report_.weight_sum;
        return s;
    }

    [[nodiscard]] static bool better(const LearningStep& a, const LearningStep& b) {
        return std::tuple(a.gain / a.hours, a.gain, -static_cast<double>(a.resource)) >
               std::tuple(b.gain / b.hours, b.gain, -static_cast<double>(b.resource));
    }

    void take(const Option& taken, const LearningStep& step) {
        Standing& at = standing_[step.requirement];
        const double needed = report_.requirements[step.requirement].requirement.needed.value;
        at.coverage = std::max(at.coverage, coverage(1, taken.factor, step.to_level, needed));
        ++at.steps;
        std::erase_if(reached_, [&](const auto& r) { return r.first == step.skill; });
        reached_.emplace_back(step.skill, step.to_level);
        // One resource is one step, however many requirements it serves; those see its level as reached.
        for (Option& o : options_) o.taken |= o.resource == taken.resource;
    }

    void add_alternatives(std::size_t at_least, std::vector<LearningStep>& out) {
        reached_.clear();
        while (out.size() < at_least) {
            Option* best = nullptr;
            LearningStep step;
            for (Option& o : options_) {
                const LearningStep s = consider(o, report_.requirements[o.requirement].coverage, true);
                if (s.gain < least_gain) continue;
                if (best == nullptr || better(s, step)) best = &o, step = s;
            }
            if (best == nullptr) return;
            for (Option& o : options_) o.taken |= o.resource == step.resource;
            out.push_back(std::move(step));
        }
    }

    [[nodiscard]] std::string reason_of(const LearningStep& s) const {
        const RequirementResult& r = report_.requirements[s.requirement];
        const std::string skill(catalog_.name(s.skill));
        std::string out = fmt::format("Brings {} from {:.1f} ({}) to {:.1f} ({}) of the {:.1f} asked for",
                                      skill, s.from_level, level_label(s.from_level), s.to_level,
                                      level_label(s.to_level), r.requirement.needed.value);
        const auto& asked = r.requirement.any_of;
        if (std::find(asked.begin(), asked.end(), s.skill) == asked.end())
            out += fmt::format(" in {}, which it is part of or close to", r.requirement.name);
        out += fmt::format(": {} points in about {} hours.", fmt::format("{:+.1f}", s.gain),
                           fmt::format("{:.3g}", s.hours));
        if (s.alternative) out += " An alternative to a step above.";
        return out;
    }

    const GapReport& report_;
    const LearningCorpus& corpus_;
    const ontology::Catalog& catalog_;
    std::vector<Standing> standing_;
    std::vector<Option> options_;
    std::vector<std::pair<SkillId, double>> reached_;
};

}  // namespace

std::vector<LearningStep> plan_learning(const GapReport& report, const LearningCorpus& corpus,
                                        const ontology::Catalog& catalog, std::size_t at_least,
                                        std::size_t at_most) {
    return Planner(report, corpus, catalog).run(at_least, at_most);
}

}  // namespace headway::career
