// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <utility>

#include "ontology/esco_concepts.hpp"
#include "ontology/technology_names.hpp"

namespace headway::ontology {
namespace {

using Row = std::function<Result<void>(CsvFile&)>;

/// Calls `row` for each row of a file, then notes how many there were.
Result<void> for_each_row(Source& source, const std::string& name, EscoState& state,
                          std::initializer_list<std::string_view> headings, const Row& row) {
    auto file = EscoFile::open(source, name, headings);
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) break;
        if (auto ok = row(rows); !ok) return ok;
    }
    state.framework.files.push_back({name, state.framework.release, rows.rows()});
    return {};
}

Result<std::uint32_t> skill_at(const EscoState& state, CsvFile& rows, std::size_t column) {
    const auto at = state.skills.find(rows.cell(column));
    if (at == state.skills.end()) return rows.wrong(column, "a known skill or skill group");
    return at->second;
}

/// The digital, language and transversal collections name skills by URI in the first column asked for.
Result<void> for_each_member(Source& source, const std::string& name, EscoState& state,
                             const std::function<void(std::uint32_t)>& member) {
    return for_each_row(source, name, state, {"conceptUri"}, [&](CsvFile& rows) -> Result<void> {
        auto skill = skill_at(state, rows, 0);
        if (!skill) return pass_on(skill);
        member(*skill);
        return {};
    });
}

constexpr std::string_view programming_suffix = " (computer programming)";

}  // namespace

Result<void> add_skill_parents(Source& source, const std::string& name, EscoState& state) {
    return for_each_row(source, name, state, {"conceptUri", "broaderUri"},
                        [&](CsvFile& rows) -> Result<void> {
                            auto from = skill_at(state, rows, 0);
                            if (!from) return pass_on(from);
                            auto to = skill_at(state, rows, 1);
                            if (!to) return pass_on(to);
                            state.framework.links.push_back({*from, *to, LinkKind::broader});
                            return {};
                        });
}

Result<void> add_occupation_parents(Source& source, const std::string& name, EscoState& state) {
    return for_each_row(
        source, name, state, {"conceptUri", "broaderUri", "conceptType"}, [&](CsvFile& rows) -> Result<void> {
            const bool to_isco = state.isco_uris.contains(rows.cell(1));
            const auto parent = state.occupations.find(rows.cell(1));
            if (!to_isco && parent == state.occupations.end()) {
                return rows.wrong(1, "a known occupation or ISCO group");
            }
            if (state.isco_uris.contains(rows.cell(0))) return {};
            auto child = state.occupations.find(rows.cell(0));
            if (child == state.occupations.end()) {
                // Named here and in the relations but described nowhere: kept, so that its relations are.
                Occupation unnamed;
                unnamed.id = esco_id(rows.cell(0));
                if (rows.cell(2) != "Occupation" || unnamed.id.empty())
                    return rows.wrong(0, "a known occupation");
                unnamed.name = unnamed.id;
                if (to_isco) unnamed.code = state.isco_uris.at(rows.cell(1));
                if (!to_isco) unnamed.code = state.framework.occupations[parent->second].code;
                const auto index = static_cast<std::uint32_t>(state.framework.occupations.size());
                state.framework.occupations.push_back(std::move(unnamed));
                child = state.occupations.emplace(rows.cell(0), index).first;
            }
            if (!to_isco) state.framework.related.push_back({child->second, parent->second, "broader", 0});
            return {};
        });
}

Result<void> add_skill_relations(Source& source, const std::string& name, EscoState& state) {
    return for_each_row(source, name, state, {"originalSkillUri", "relationType", "relatedSkillUri"},
                        [&](CsvFile& rows) -> Result<void> {
                            auto from = skill_at(state, rows, 0);
                            if (!from) return pass_on(from);
                            auto to = skill_at(state, rows, 2);
                            if (!to) return pass_on(to);
                            const bool essential = rows.cell(1) == "essential";
                            if (!essential && rows.cell(1) != "optional")
                                return rows.wrong(1, "\"essential\" or \"optional\"");
                            state.framework.links.push_back(
                                {*from, *to, essential ? LinkKind::essential : LinkKind::optional});
                            return {};
                        });
}

Result<void> add_occupation_skills(Source& source, const std::string& name, EscoState& state) {
    std::unordered_set<std::uint64_t> seen;
    return for_each_row(source, name, state, {"occupationUri", "relationType", "skillUri"},
                        [&](CsvFile& rows) -> Result<void> {
                            const auto occupation = state.occupations.find(rows.cell(0));
                            if (occupation == state.occupations.end())
                                return rows.wrong(0, "a known occupation");
                            auto skill = skill_at(state, rows, 2);
                            if (!skill) return pass_on(skill);
                            const bool essential = rows.cell(1) == "essential";
                            if (!essential && rows.cell(1) != "optional")
                                return rows.wrong(1, "\"essential\" or \"optional\"");
                            if (!seen.insert((std::uint64_t{occupation->second} << 32U) | *skill).second) {
                                return rows.wrong(2, "there once for this occupation");
                            }
                            OccupationSkill pair;
                            pair.occupation = occupation->second;
                            pair.skill = *skill;
                            pair.use = essential ? Use::essential : Use::optional;
                            state.framework.occupation_skills.push_back(pair);
                            return {};
                        });
}

Result<void> mark_digital_skills(Source& source, const std::string& name, EscoState& state) {
    return for_each_member(source, name, state, [&](std::uint32_t index) {
        Skill& skill = state.framework.skills[index];
        std::string_view label = skill.name;
        const bool programming = label.ends_with(programming_suffix);
        if (programming) label.remove_suffix(programming_suffix.size());
        if (skill.kind == Kind::knowledge && (programming || is_language_name(label))) {
            skill.kind = Kind::programming_language;
        }
    });
}

Result<void> mark_languages(Source& source, const std::string& name, EscoState& state) {
    return for_each_member(source, name, state, [&](std::uint32_t index) {
        state.framework.skills[index].kind = Kind::human_language;
    });
}

Result<void> mark_transversal_skills(Source& source, const std::string& name, EscoState& state) {
    // T2 thinking, T3 self-management, T4 social and communication; the rest (arithmetic, hygiene, hands) is
    // no matter of attitude.
    std::unordered_set<std::uint32_t> soft;
    for (const auto& link : state.framework.links) {
        const auto code = state.group_codes.find(link.to);
        if (link.kind != LinkKind::broader || code == state.group_codes.end()) continue;
        const std::string_view branch = std::string_view(code->second).substr(0, 2);
        if (branch == "T2" || branch == "T3" || branch == "T4") soft.insert(link.from);
    }
    return for_each_member(source, name, state, [&](std::uint32_t index) {
        Skill& skill = state.framework.skills[index];
        if (soft.contains(index) && skill.kind == Kind::skill) skill.kind = Kind::soft;
    });
}

Result<void> count_rows(Source& source, const std::string& name, EscoState& state) {
    return for_each_row(source, name, state, {}, [](CsvFile&) -> Result<void> { return {}; });
}

}  // namespace headway::ontology
