// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/esco_concepts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace headway::ontology {
namespace {

constexpr std::string_view root = "http://data.europa.eu/esco/";

std::string_view trimmed(std::string_view s) {
    constexpr std::string_view blank = " \t\r\n";
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (bool more = true; more;) {
        more = false;
        if (!s.empty() && blank.find(s.front()) != std::string_view::npos) s.remove_prefix(1), more = true;
        if (!s.empty() && blank.find(s.back()) != std::string_view::npos) s.remove_suffix(1), more = true;
        if (s.starts_with(no_break_space)) s.remove_prefix(2), more = true;
        if (s.ends_with(no_break_space)) s.remove_suffix(2), more = true;
    }
    return s;
}

std::optional<Kind> kind_of(std::string_view skill_type) {
    if (skill_type == "knowledge") return Kind::knowledge;
    // A few digital-competence areas have no type.
    if (skill_type == "skill/competence" || skill_type.empty()) return Kind::skill;
    return std::nullopt;
}

std::optional<Reuse> reuse_of(std::string_view level) {
    constexpr std::array<std::pair<std::string_view, Reuse>, 5> levels = {{
        {"", Reuse::unknown},
        {"transversal", Reuse::transversal},
        {"cross-sector", Reuse::cross_sector},
        {"sector-specific", Reuse::sector_specific},
        {"occupation-specific", Reuse::occupation_specific},
    }};
    for (const auto& [name, reuse] : levels) {
        if (name == level) return reuse;
    }
    return std::nullopt;
}

/// Appends a skill and remembers its URI. Columns 0, 1, 2, 3 of the file: URI, label, other labels, hidden
/// labels.
Result<Skill*> add_concept(CsvFile& rows, EscoState& state) {
    Skill skill;
    skill.id = esco_id(rows.cell(0));
    if (skill.id.empty()) return rows.wrong(0, "an ESCO URI");
    skill.name = trimmed(rows.cell(1));
    if (skill.name.empty()) return rows.wrong(1, "a label");
    skill.external_id = rows.cell(0);
    const auto index = static_cast<std::uint32_t>(state.framework.skills.size());
    if (!state.skills.emplace(skill.external_id, index).second) return rows.wrong(0, "there once");
    for (auto& label : esco_labels(rows.cell(2))) {
        skill.aliases.push_back({std::move(label), AliasKind::alternative});
    }
    for (auto& label : esco_labels(rows.cell(3)))
        skill.aliases.push_back({std::move(label), AliasKind::hidden});
    state.framework.skills.push_back(std::move(skill));
    return &state.framework.skills.back();
}

/// Remembers how many rows a file had.
Result<void> counted(EscoState& state, const std::string& name, const CsvFile& rows) {
    state.framework.files.push_back({name, state.framework.release, rows.rows()});
    return {};
}

}  // namespace

Result<EscoFile> EscoFile::open(Source& source, const std::string& name,
                                std::initializer_list<std::string_view> headings, ShortRows short_rows) {
    auto text = source.read(name);
    if (!text) return pass_on(text);
    EscoFile file;
    file.text_ = std::make_unique<const std::string>(std::move(*text));
    auto rows = CsvFile::open(source.path() + "/" + name, *file.text_, headings, short_rows);
    if (!rows) return pass_on(rows);
    file.file_ = std::move(*rows);
    return file;
}

std::string esco_id(std::string_view uri) {
    if (!uri.starts_with(root) || uri.size() > 120) return {};
    uri.remove_prefix(root.size());
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '/' || c == '.';
    };
    if (!std::ranges::all_of(uri, plain)) return {};
    for (std::string_view branch : {"skill/", "occupation/"}) {
        if (uri.starts_with(branch)) uri.remove_prefix(branch.size());
    }
    return uri.empty() ? std::string() : "esco:" + std::string(uri);
}

std::vector<std::string> esco_labels(std::string_view cell) {
    std::vector<std::string> labels;
    while (!cell.empty()) {
        const auto end = std::min(cell.find('\n'), cell.size());
        if (const auto label = trimmed(cell.substr(0, end)); !label.empty()) labels.emplace_back(label);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return labels;
}

Result<void> add_skill_groups(Source& source, const std::string& name, EscoState& state) {
    auto file =
        EscoFile::open(source, name, {"conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "code"});
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) return counted(state, name, rows);
        auto group = add_concept(rows, state);
        if (!group) return pass_on(group);
        (*group)->kind = Kind::group;
        state.group_codes.emplace(state.skills.at(rows.cell(0)), rows.cell(4));
    }
}

Result<void> add_skill_hierarchy(Source& source, const std::string& name, EscoState& state) {
    auto file =
        EscoFile::open(source, name,
                       {"Level 0 URI", "Level 0 preferred term", "Level 1 URI", "Level 1 preferred term",
                        "Level 2 URI", "Level 2 preferred term", "Level 3 URI", "Level 3 preferred term"},
                       ShortRows::allowed);
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) return counted(state, name, rows);
        std::optional<std::uint32_t> above;
        for (std::size_t level = 0; level < 8 && !rows.cell(level).empty(); level += 2) {
            const auto next = static_cast<std::uint32_t>(state.framework.skills.size());
            const auto [at, is_new] = state.skills.try_emplace(rows.cell(level), next);
            if (is_new) {
                Skill group;
                group.id = esco_id(rows.cell(level));
                group.name = trimmed(rows.cell(level + 1));
                if (group.id.empty()) return rows.wrong(level, "an ESCO URI");
                if (group.name.empty()) return rows.wrong(level + 1, "a label");
                group.external_id = rows.cell(level);
                group.kind = Kind::group;
                state.framework.skills.push_back(std::move(group));
            }
            if (above) state.framework.links.push_back({at->second, *above, LinkKind::broader});
            above = at->second;
        }
    }
}

Result<void> add_skills(Source& source, const std::string& name, EscoState& state) {
    auto file = EscoFile::open(
        source, name,
        {"conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "skillType", "reuseLevel"});
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) return counted(state, name, rows);
        const auto kind = kind_of(rows.cell(4));
        if (!kind) return rows.wrong(4, "\"knowledge\" or \"skill/competence\"");
        const auto reuse = reuse_of(rows.cell(5));
        if (!reuse) return rows.wrong(5, "a reuse level");
        auto skill = add_concept(rows, state);
        if (!skill) return pass_on(skill);
        (*skill)->kind = *kind;
        (*skill)->reuse = *reuse;
    }
}

Result<void> add_isco_groups(Source& source, const std::string& name, EscoState& state) {
    auto file = EscoFile::open(source, name, {"conceptUri", "code"});
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) return counted(state, name, rows);
        if (rows.cell(1).empty() || !state.isco_codes.insert(rows.cell(1)).second) {
            return rows.wrong(1, "a code of its own");
        }
        if (!state.isco_uris.emplace(rows.cell(0), rows.cell(1)).second) return rows.wrong(0, "there once");
    }
}

Result<void> add_occupations(Source& source, const std::string& name, EscoState& state) {
    auto file = EscoFile::open(source, name,
                               {"conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "iscoGroup"});
    if (!file) return pass_on(file);
    CsvFile& rows = file->rows();
    for (;;) {
        auto more = rows.next();
        if (!more) return pass_on(more);
        if (!*more) return counted(state, name, rows);
        Occupation occupation;
        occupation.id = esco_id(rows.cell(0));
        if (occupation.id.empty()) return rows.wrong(0, "an ESCO URI");
        occupation.name = trimmed(rows.cell(1));
        if (occupation.name.empty()) return rows.wrong(1, "a label");
        if (!state.isco_codes.contains(rows.cell(4))) return rows.wrong(4, "a known ISCO group");
        occupation.code = rows.cell(4);
        const auto index = static_cast<std::uint32_t>(state.framework.occupations.size());
        if (!state.occupations.emplace(rows.cell(0), index).second) return rows.wrong(0, "there once");
        state.framework.occupations.push_back(std::move(occupation));
        for (auto& label : esco_labels(rows.cell(2))) {
            state.framework.titles.push_back({index, std::move(label), {}, {}});
        }
        for (auto& label : esco_labels(rows.cell(3))) {
            state.framework.titles.push_back({index, std::move(label), {}, "hidden"});
        }
    }
}

}  // namespace headway::ontology
