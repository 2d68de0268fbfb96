// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/catalog.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace headway::ontology {

Result<Catalog> Catalog::open(const CatalogPaths& paths) {
    std::vector<Pack> packs;
    for (const std::string& path : paths.packs) {
        auto pack = Pack::open(path);
        if (!pack) return pass_on(pack);
        packs.push_back(std::move(*pack));
    }
    auto lexicon = Lexicon::open(paths.lexicon, packs);
    if (!lexicon) return pass_on(lexicon);
    std::optional<TitleModel> title_model;
    if (!paths.title_model.empty()) {
        auto opened = TitleModel::open(paths.title_model);
        if (!opened) return pass_on(opened);
        title_model = std::move(*opened);
    }
    return Catalog(std::move(packs), std::move(*lexicon), std::move(title_model));
}

Catalog::Catalog(std::vector<Pack> packs, Lexicon lexicon, std::optional<TitleModel> title_model)
    : packs_(std::move(packs)), lexicon_(std::move(lexicon)), title_model_(std::move(title_model)) {
    skill_base_.push_back(0);
    occupation_base_.push_back(0);
    for (const Pack& p : packs_) {
        skill_base_.push_back(skill_base_.back() + static_cast<std::uint32_t>(p.skills().size()));
        occupation_base_.push_back(occupation_base_.back() +
                                   static_cast<std::uint32_t>(p.occupations().size()));
    }
    if (title_model_) bind_title_model();
}

void Catalog::bind_title_model() {
    std::unordered_map<std::string_view, OccupationId> by_code;
    for (OccupationId o = 0; o < occupation_count(); ++o) {
        if (pack_of_occupation(o).name() == "onet") by_code.emplace(occupation_code(o), o);
    }
    for (const OccupationCode& code : title_model_->view().codes) {
        const std::string_view all(code.data(), code.size());
        const auto found = by_code.find(all.substr(0, std::min(all.find('\0'), all.size())));
        title_rows_.push_back(found == by_code.end() ? none : found->second);
    }
}

std::size_t Catalog::pack_index(const std::vector<std::uint32_t>& bases, std::uint32_t number) {
    const std::uint32_t* const first = bases.data() + 1;
    std::size_t i = 0;
    while (number >= first[i]) ++i;
    return i;
}

const SkillRow& Catalog::row(SkillId s) const {
    const std::size_t p = pack_index(skill_base_, s);
    return packs_[p].skills()[s - skill_base_[p]];
}

std::uint32_t Catalog::commodity(SkillId canonical) const {
    for (SkillId member : lexicon_.members(canonical)) {
        if (row(member).commodity != 0) return row(member).commodity;
    }
    return 0;
}

std::optional<SkillId> Catalog::find_skill(std::string_view wanted) const {
    for (SkillId s = 0; s < skill_count(); ++s) {
        if (id(s) == wanted) return s;
    }
    return std::nullopt;
}

const Pack& Catalog::pack_of_occupation(OccupationId o) const {
    return packs_[pack_index(occupation_base_, o)];
}

const OccupationRow& Catalog::occupation(OccupationId o) const {
    const std::size_t p = pack_index(occupation_base_, o);
    return packs_[p].occupations()[o - occupation_base_[p]];
}

std::string_view Catalog::occupation_name(OccupationId o) const {
    return pack_of_occupation(o).text(occupation(o).name);
}
std::string_view Catalog::occupation_code(OccupationId o) const {
    return pack_of_occupation(o).text(occupation(o).id);
}

std::optional<OccupationId> Catalog::find_occupation(std::string_view code) const {
    for (OccupationId o = 0; o < occupation_count(); ++o) {
        if (occupation_code(o) == code) return o;
    }
    return std::nullopt;
}

std::span<const OccupationSkillRow> Catalog::occupation_skills(OccupationId o) const {
    const Range r = occupation(o).skills;
    return pack_of_occupation(o).occupation_skills().subspan(r.begin, r.end - r.begin);
}

SkillId Catalog::canonical_of(OccupationId o, const OccupationSkillRow& row) const {
    return lexicon_.canonical(skill_base_[pack_index(occupation_base_, o)] + row.skill);
}

std::vector<ElementRating> Catalog::ratings(OccupationId o) const {
    const Pack& pack = pack_of_occupation(o);
    const SkillId base = skill_base_[pack_index(occupation_base_, o)];
    const Range r = occupation(o).ratings;
    std::vector<ElementRating> out;
    out.reserve((r.end - r.begin + 1) / 2);  // importance and level of each
    for (const RatingRow& row : pack.ratings().subspan(r.begin, r.end - r.begin)) {
        const SkillId skill = base + row.skill;
        // The scales of an element stand one behind the other, so it is the last, or not there.
        auto found =
            std::find_if(out.rbegin(), out.rend(), [&](const ElementRating& e) { return e.skill == skill; });
        if (found == out.rend()) {
            out.push_back({skill, {}, {}, {}, pack.text(pack.origins()[row.origin].release)});
            found = out.rbegin();
        }
        if (row.suppress() || row.not_relevant()) continue;
        if (row.scale == Scale::importance) {
            found->importance = row.value();
        } else {
            found->level = row.value();
            if (!std::isnan(row.standard_error)) found->standard_error = row.standard_error;
        }
    }
    return out;
}

}  // namespace headway::ontology
