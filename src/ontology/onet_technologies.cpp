// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ontology/onet_skills.hpp"
#include "ontology/technology_names.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

std::uint32_t code_of(std::string_view text) {
    std::uint32_t code = 0;
    std::from_chars(text.data(), text.data() + text.size(), code);
    return code;
}

/// Adds the skills and occupation-skills of one file.
class ExampleReader {
  public:
    ExampleReader(const OnetRelease& release, Framework& framework)
        : release_(release), framework_(framework) {}

    void read(const OnetFile& file, std::string_view prefix, Use use) {
        for (std::size_t row = 0; row < file.rows(); ++row) {
            const std::uint32_t code = code_of(file.cell(row, 2));
            OccupationSkill pair;
            pair.occupation = release_.occupations().at(file.cell(row, 0));
            pair.skill = skill(file.cell(row, 1), code, prefix);
            pair.use = use;
            pair.commodity = code;
            if (use == Use::technology) {
                pair.hot = file.cell(row, 4) == "Y";
                pair.in_demand = file.cell(row, 5) == "Y";
            }
            if (pair.hot) framework_.skills[pair.skill].hot = true;
            framework_.occupation_skills.push_back(pair);
        }
        examples_.clear();
    }

  private:
    std::uint32_t skill(std::string_view example, std::uint32_t code, std::string_view prefix) {
        const auto index = static_cast<std::uint32_t>(framework_.skills.size());
        const auto [at, is_new] = examples_.try_emplace(example, index);
        if (!is_new) return at->second;
        Skill made;
        made.id = unique_id(std::string(prefix) + slug(example));
        made.name = example;
        made.external_id = std::to_string(code) + ":" + made.name;
        made.commodity = code;
        made.kind = is_programming_language(example, code) ? Kind::programming_language : Kind::tool;
        framework_.skills.push_back(std::move(made));
        return index;
    }

    std::string unique_id(const std::string& wanted) {
        std::string id = wanted;
        for (int n = 2; !ids_.insert(id).second; ++n) id = wanted + "~" + std::to_string(n);
        return id;
    }

    const OnetRelease& release_;
    Framework& framework_;
    ExampleSkills examples_;
    std::unordered_set<std::string> ids_;
};

/// Settles which product a derived name goes to: none where it is the own name of anything, or of several
/// products; where exactly one of several is a hot technology, that one.
class DerivedNames {
  public:
    DerivedNames(Framework& framework, const EverydayWords& everyday)
        : framework_(framework), everyday_(everyday) {
        for (const auto& skill : framework.skills) own_.insert(text::fold(skill.name));
    }

    void collect(std::uint32_t index) {
        const Skill& skill = framework_.skills[index];
        for (auto& name : derived_names({skill.name, skill.hot}, everyday_)) {
            std::string folded = text::fold(name);
            if (own_.contains(folded)) continue;
            claims_[std::move(folded)].push_back({index, std::move(name)});
        }
    }

    void settle() {
        for (const auto& [folded, claims] : claims_) {
            const Claim* winner = settle(claims);
            if (winner == nullptr) continue;
            framework_.skills[winner->skill].aliases.push_back({winner->name, AliasKind::derived});
        }
        for (auto& skill : framework_.skills) std::ranges::sort(skill.aliases, {}, &Alias::text);
    }

  private:
    struct Claim {
        std::uint32_t skill = 0;
        std::string name;
    };

    const Claim* settle(const std::vector<Claim>& claims) const {
        const Claim* winner = nullptr;
        std::size_t hot = 0;
        for (const auto& claim : claims) {
            if (claim.skill == claims.front().skill) winner = &claim;
            if (framework_.skills[claim.skill].hot) ++hot;
        }
        const bool one =
            std::ranges::all_of(claims, [&](const Claim& c) { return c.skill == claims.front().skill; });
        if (one) return winner;
        if (hot != 1) return nullptr;
        return &*std::ranges::find_if(claims, [&](const Claim& c) { return framework_.skills[c.skill].hot; });
    }

    Framework& framework_;
    const EverydayWords& everyday_;
    std::unordered_set<std::string> own_;
    std::unordered_map<std::string, std::vector<Claim>> claims_;
};

/// A one-word name that is an ordinary word, or hardly more than a letter, needs words around it to be
/// understood.
bool needs_context(std::string_view name, const EverydayWords& everyday) {
    if (name.find(' ') != std::string_view::npos) return false;
    const bool letters =
        std::ranges::all_of(name, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return letters && (name.size() <= 2 || everyday.has(name));
}

void mark_ambiguous(Skill& skill, const EverydayWords& everyday) {
    skill.ambiguous =
        needs_context(skill.name, everyday) ||
        std::ranges::any_of(skill.aliases, [&](const Alias& a) { return needs_context(a.text, everyday); });
    if (!skill.ambiguous) return;
    if (const auto vendor = vendor_of(skill.name); !vendor.empty())
        skill.context.push_back(text::fold(vendor));
}

/// The descriptive sentences of the release are ordinary English: what they write in small letters is a word.
EverydayWords everyday_words(const OnetRelease& release) {
    constexpr std::array<std::pair<std::string_view, std::size_t>, 4> sentences = {{
        {"Task Statements.txt", 2},
        {"Occupation Data.txt", 2},
        {"DWA Reference.txt", 3},
        {"Content Model Reference.txt", 2},
    }};
    EverydayWords words;
    for (const auto& [name, column] : sentences) {
        const OnetFile* file = release.find(name);
        for (std::size_t row = 0; file != nullptr && row < file->rows(); ++row)
            words.learn(file->cell(row, column));
    }
    return words;
}

}  // namespace

void add_technologies(const OnetRelease& release, Framework& framework) {
    const auto first = static_cast<std::uint32_t>(framework.skills.size());
    ExampleReader reader(release, framework);
    for (std::string_view name : {"Technology Skills.txt", "Software Skills.txt"}) {
        if (const OnetFile* file = release.find(name)) reader.read(*file, "onet:tech/", Use::technology);
    }
    const auto end = static_cast<std::uint32_t>(framework.skills.size());
    if (const OnetFile* file = release.find("Tools Used.txt")) reader.read(*file, "onet:tool/", Use::tool);
    const EverydayWords everyday = everyday_words(release);
    DerivedNames names(framework, everyday);
    for (std::uint32_t i = first; i < end; ++i) names.collect(i);
    names.settle();
    for (std::uint32_t i = first; i < end; ++i) mark_ambiguous(framework.skills[i], everyday);
}

}  // namespace headway::ontology
