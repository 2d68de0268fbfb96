// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranking/skill_keys.hpp"

#include <algorithm>

#include "base/hash.hpp"

namespace headway::ranking {

SkillKey skill_key(std::string_view identifier) {
    return hash64(identifier);
}

SkillKeys::SkillKeys(const ontology::Catalog& catalog) : catalog_(catalog) {
    const std::size_t count = catalog.skill_count();
    canonical_.reserve(count);
    for (ontology::SkillId s = 0; s < count; ++s)
        canonical_.emplace_back(skill_key(catalog.id(s)), catalog.lexicon().canonical(s));
    std::sort(canonical_.begin(), canonical_.end());
}

SkillKey SkillKeys::key(ontology::SkillId any) const {
    return skill_key(catalog_.id(catalog_.lexicon().canonical(any)));
}

ontology::SkillId SkillKeys::find(SkillKey stored) const {
    const auto found = std::lower_bound(canonical_.begin(), canonical_.end(), std::pair(stored, 0U));
    return found != canonical_.end() && found->first == stored ? found->second : ontology::none;
}

SkillKey SkillKeys::current(SkillKey stored) const {
    const ontology::SkillId skill = find(stored);
    return skill == ontology::none ? stored : key(skill);
}

}  // namespace headway::ranking
