// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "ontology/onet_skills.hpp"

namespace headway::ontology {
namespace {

std::string_view parent_of(std::string_view element) {
    const auto dot = element.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : element.substr(0, dot);
}

bool under(std::string_view element, std::string_view branch) {
    return element.starts_with(branch) && element.size() > branch.size() && element[branch.size()] == '.';
}

/// What an element is by its place in the model of the releases up to 30.2.
Kind kind_by_branch(std::string_view element) {
    if (under(element, "2.C")) return Kind::knowledge;
    for (std::string_view branch : {"2.A", "2.B", "1.A", "4.A"}) {
        if (under(element, branch)) return Kind::skill;
    }
    return under(element, "1.D") ? Kind::soft : Kind::group;
}

/// What elements are by the file that rates them, which holds in every layout.
void kinds_by_ratings(const OnetRelease& release, Framework& framework) {
    constexpr std::array<std::pair<std::string_view, Kind>, 6> files = {{
        {"Skills.txt", Kind::skill},
        {"Essential Skills.txt", Kind::skill},
        {"Transferable Skills.txt", Kind::skill},
        {"Knowledge.txt", Kind::knowledge},
        {"Abilities.txt", Kind::skill},
        {"Work Activities.txt", Kind::skill},
    }};
    for (const auto& [name, kind] : files) {
        const OnetFile* file = release.find(name);
        if (file == nullptr) continue;
        for (std::size_t row = 0; row < file->rows(); ++row) {
            framework.skills[release.elements().at(file->cell(row, 1))].kind = kind;
        }
    }
}

}  // namespace

void add_elements(const OnetRelease& release, Framework& framework) {
    const OnetFile& file = *release.find("Content Model Reference.txt");
    std::unordered_set<std::string_view> inner;
    for (std::size_t row = 0; row < file.rows(); ++row) inner.insert(parent_of(file.cell(row, 0)));
    for (std::uint32_t row = 0; row < file.rows(); ++row) {
        const std::string_view element = file.cell(row, 0);
        Skill skill;
        skill.id = "onet:" + std::string(element);
        skill.name = file.cell(row, 1);
        skill.external_id = element;
        skill.kind = inner.contains(element) ? Kind::group : kind_by_branch(element);
        framework.skills.push_back(std::move(skill));
        const auto parent = release.elements().find(parent_of(element));
        if (parent != release.elements().end()) {
            framework.links.push_back({row, parent->second, LinkKind::broader});
        }
    }
    kinds_by_ratings(release, framework);
}

}  // namespace headway::ontology
