// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/merge.hpp"

#include <array>
#include <numeric>
#include <string>
#include <unordered_map>

#include "text/tokens.hpp"

namespace headway::ontology {
namespace {

/// Disjoint sets over skill numbers.
class Groups {
  public:
    explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
    SkillId find(SkillId s) {
        while (parent_[s] != s) {
            parent_[s] = parent_[parent_[s]];
            s = parent_[s];
        }
        return s;
    }
    void join(SkillId a, SkillId b) { parent_[find(a)] = find(b); }

  private:
    std::vector<SkillId> parent_;
};

using ByName = std::unordered_map<std::string, std::vector<SkillId>>;

/// Kinds that may be two views of one thing. A degree is no technology, even when a name says both.
bool compatible(Kind a, Kind b) {
    const auto broad = [](Kind k) {
        switch (k) {
            case Kind::degree:
            case Kind::certificate:
                return 1;
            case Kind::human_language:
                return 2;
            case Kind::group:
                return 3;
            default:
                return 0;
        }
    };
    return broad(a) == broad(b);
}

void join_named(Groups& groups, std::span<const SkillSource> skills, SkillId s,
                const std::vector<SkillId>& others) {
    for (SkillId other : others) {
        if (other != s && compatible(skills[s].row->kind, skills[other].row->kind)) groups.join(s, other);
    }
}

void join_curated(Groups& groups, std::span<const SkillSource> skills, SkillId s, const ByName& exact,
                  const ByName& normal) {
    const Pack& pack = *skills[s].pack;
    const SkillRow& row = *skills[s].row;
    for (Text t : pack.words().subspan(row.same_as.begin, row.same_as.end - row.same_as.begin)) {
        const auto found = exact.find(std::string(pack.text(t)));
        if (found == exact.end()) continue;
        for (SkillId other : found->second) groups.join(s, other);
    }
    if (row.ambiguous != 0) return;
    for (const AliasRow& a : pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
        const auto found = normal.find(text::normal_name(pack.text(a.text)));
        if (found != normal.end()) join_named(groups, skills, s, found->second);
    }
}

}  // namespace

std::vector<SkillSource> all_skills(std::span<const Pack> packs) {
    std::vector<SkillSource> out;
    for (const Pack& p : packs) {
        for (const SkillRow& row : p.skills()) out.push_back({&p, &row});
    }
    return out;
}

std::string_view bare_name(std::string_view name) {
    constexpr std::array<std::string_view, 5> remarks = {
        "(computer programming)", "(computer programming systems)", "(programming language)", "(software)",
        "(language)"};
    for (std::string_view remark : remarks) {
        if (name.size() > remark.size() + 1 && name.ends_with(remark)) {
            name.remove_suffix(remark.size());
            while (name.ends_with(' ')) name.remove_suffix(1);
        }
    }
    return name;
}

int source_rank(const SkillSource& skill) {
    if (skill.pack->name() == "headway") return 0;
    if (skill.pack->name() == "onet") {
        const bool product = skill.row->kind == Kind::tool || skill.row->kind == Kind::programming_language;
        return product ? 2 : 1;
    }
    return 3;
}

std::vector<SkillId> merge_skills(std::span<const SkillSource> skills) {
    ByName exact;
    ByName normal;
    for (SkillId s = 0; s < skills.size(); ++s) {
        if (skills[s].row->kind == Kind::group) continue;
        const int rank = source_rank(skills[s]);
        if (rank == 3) exact["esco=" + std::string(skills[s].name())].push_back(s);
        if (rank == 1 || rank == 2) exact["onet=" + std::string(skills[s].name())].push_back(s);
        normal[text::normal_name(bare_name(skills[s].name()))].push_back(s);
    }
    Groups groups(skills.size());
    for (const auto& [name, same] : normal) {
        for (SkillId s : same) join_named(groups, skills, s, same);
    }
    for (SkillId s = 0; s < skills.size(); ++s) {
        if (source_rank(skills[s]) == 0) join_curated(groups, skills, s, exact, normal);
    }
    std::vector<SkillId> best(skills.size(), none);
    for (SkillId s = 0; s < skills.size(); ++s) {
        SkillId& b = best[groups.find(s)];
        if (b == none || source_rank(skills[s]) < source_rank(skills[b])) b = s;
    }
    std::vector<SkillId> out(skills.size());
    for (SkillId s = 0; s < skills.size(); ++s) out[s] = best[groups.find(s)];
    return out;
}

}  // namespace headway::ontology
