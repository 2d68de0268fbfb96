// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/esco_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ontology/esco_concepts.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr std::string_view licence =
    "This service uses the ESCO classification of the European Commission. Modified: descriptions left out, "
    "kinds of "
    "skills derived from its collections.";

struct Step {
    std::string_view name;  ///< Without "_en.csv" or ".csv".
    Result<void> (*read)(Source&, const std::string&, EscoState&);
    bool required = false;
    bool translated = false;  ///< The file's name ends with its language.
};

/// In this order each file only refers to what is known already.
constexpr std::array<Step, 12> steps = {{
    {"skillGroups", add_skill_groups, true, true},
    {"skillsHierarchy", add_skill_hierarchy, false, true},
    {"skills", add_skills, true, true},
    {"ISCOGroups", add_isco_groups, true, true},
    {"occupations", add_occupations, true, true},
    {"broaderRelationsSkillPillar", add_skill_parents, true, false},
    {"broaderRelationsOccPillar", add_occupation_parents, true, false},
    {"skillSkillRelations", add_skill_relations, true, false},
    {"occupationSkillRelations", add_occupation_skills, true, false},
    {"digitalSkillsCollection", mark_digital_skills, false, true},
    {"languageSkillsCollection", mark_languages, false, true},
    {"transversalSkillsCollection", mark_transversal_skills, false, true},
}};

/// "en" where there is skills_en.csv, else the language of the first skills_xx.csv, else empty.
std::string language_of(const Source& source) {
    if (source.has("skills_en.csv")) return "en";
    for (const auto& name : source.names()) {
        if (name.starts_with("skills_") && name.ends_with(".csv") && name.size() == 13)
            return name.substr(7, 2);
    }
    return {};
}

/// The first number with dots in it: "1.1.1" of "esco-1.1.1-csv".
std::string find_version(std::string_view label) {
    const auto part = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    for (std::size_t at = 0; at < label.size(); ++at) {
        std::size_t end = at;
        while (end < label.size() && part(label[end])) ++end;
        std::string_view found = label.substr(at, end - at);
        while (found.ends_with('.')) found.remove_suffix(1);
        if (!found.empty() && found.front() != '.' && found.find('.') != std::string_view::npos) {
            return std::string(found);
        }
        at = end;
    }
    return {};
}

}  // namespace

Result<Framework> read_esco(const std::string& path) {
    auto source = Source::open(path);
    if (!source) return pass_on(source);
    EscoState state;
    state.framework.name = "esco";
    state.framework.licence = licence;
    state.framework.release = find_version(source->label());
    if (state.framework.release.empty()) {
        return fail(ErrorCode::invalid, "cannot tell which release this is", path,
                    "Give the release in the name, as in esco-1.1.1-csv");
    }
    for (const auto& name : source->names()) {
        if (!name.ends_with(".csv") || text::first_invalid(name) == std::string::npos) continue;
        return fail(ErrorCode::invalid, "the name of this file is not UTF-8",
                    source->path() + "/" + text::make_valid(name),
                    "Name the folder or .zip of the ESCO CSV release");
    }
    const std::string language = language_of(*source);
    std::unordered_set<std::string> done;
    for (const auto& step : steps) {
        const std::string name = std::string(step.name) + (step.translated ? "_" + language : "") + ".csv";
        if (!step.required && !source->has(name)) continue;
        if (auto ok = step.read(*source, name, state); !ok) return pass_on(ok);
        done.insert(name);
    }
    for (const auto& name : source->names()) {
        if (!name.ends_with(".csv") || done.contains(name)) continue;
        if (auto ok = count_rows(*source, name, state); !ok) return pass_on(ok);
    }
    std::ranges::sort(state.framework.files, {}, &SourceFile::name);
    return std::move(state.framework);
}

}  // namespace headway::ontology
