// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/corrections.hpp"

namespace headway::flows {
namespace {

using career::SkillCorrection;

std::string because(const store::Correction& c) {
    const std::string day = to_string(date_of(c.created_at));
    if (c.task_id) return "You finished “" + c.skill_name + "” on " + day + ".";
    if (c.action == "add") return "You added this on " + day + ".";
    if (c.action == "remove") return "You removed this on " + day + ".";
    return "You set this on " + day + ".";
}

SkillCorrection::Action action_of(const store::Correction& c) {
    if (c.task_id) return SkillCorrection::Action::reach;
    if (c.action == "remove") return SkillCorrection::Action::remove;
    return c.action == "level" ? SkillCorrection::Action::level : SkillCorrection::Action::add;
}

}  // namespace

Corrected to_engine(std::span<const store::Correction> stored, const ontology::Catalog& catalog) {
    Corrected out;
    for (const store::Correction& c : stored) {
        if (c.kind == "occupation") {
            if (c.occupation) out.occupation = catalog.find_occupation(*c.occupation);
            continue;
        }
        const auto row = c.skill_id ? catalog.find_skill(*c.skill_id) : std::nullopt;
        const career::SkillId skill = row ? catalog.lexicon().canonical(*row) : ontology::none;
        if (c.kind == "alias") {
            if (c.alias && row) out.aliases.push_back({*c.alias, skill, c.action == "confirm"});
            continue;
        }
        SkillCorrection s;
        s.action = action_of(c);
        s.skill = skill;
        s.name = c.task_id && row ? std::string(catalog.name(skill)) : c.skill_name;
        s.level = c.level;
        if (c.need) s.need = *c.need == "nice" ? career::Need::nice : career::Need::must;
        s.because = because(c);
        out.skills.push_back(std::move(s));
    }
    return out;
}

}  // namespace headway::flows
