// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/curated_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <ranges>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ontology/curated_entry.hpp"
#include "ontology/source.hpp"
#include "ontology/word_group.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {

std::unexpected<Error> CuratedEntry::wrong(std::string what) const {
    return fail(ErrorCode::invalid, (id.empty() ? "" : id + ": ") + what, file + ":" + std::to_string(line),
                "Correct the file");
}

namespace {

using Entries = std::vector<CuratedEntry>;

Result<Entries> read_entries(const std::string& folder) {
    auto source = Source::open(folder);
    if (!source) return pass_on(source);
    Entries entries;
    for (const auto& name : source->names()) {
        if (!name.ends_with(".toml")) continue;
        auto text = source->read(name);
        if (!text) return pass_on(text);
        auto part = parse_curated(folder + "/" + name, *text);
        if (!part) return part;
        std::ranges::move(*part, std::back_inserter(entries));
    }
    if (entries.empty()) {
        return fail(ErrorCode::invalid, "holds no .toml file with skills", folder,
                    "Name the folder data/skills");
    }
    return entries;
}

bool kebab(std::string_view id) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !id.empty() && id.front() != '-' && id.back() != '-' && id.find("--") == std::string_view::npos &&
           std::ranges::all_of(id, plain);
}

bool printable(std::string_view text) {
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; };
    return !text.empty() && text.size() <= 200 && text.front() != ' ' && text.back() != ' ' &&
           std::ranges::none_of(text, control);
}

Result<void> check_texts(const CuratedEntry& e) {
    if (!printable(e.name))
        return e.wrong("\"name\" must be a text of 1 to 200 bytes without blanks around it");
    for (const auto* list : {&e.aliases, &e.context, &e.avoid, &e.broader, &e.near, &e.signals}) {
        for (const auto& text : *list) {
            if (!printable(text))
                return e.wrong(fmt::format("\"{}\" is empty, too long or has blanks around it", text));
        }
    }
    return {};
}

/// The words of an entry as the group of words that a pack keeps among the signals.
Result<std::string> word_group_of(const CuratedEntry& e) {
    constexpr std::size_t most_bytes = 1000;
    std::string group;
    std::size_t count = 0;
    for (const auto part : std::views::split(e.words, ' ')) {
        const std::string_view word(part.begin(), part.end());
        if (!printable(word)) return e.wrong("\"words\" must be words with one blank between");
        group += (count++ == 0 ? "" : " + ") + std::string(word);
    }
    if (count < 2 || group.size() > most_bytes)
        return e.wrong("\"words\" must be two words or more, of a thousand bytes together at most");
    return group;
}

Result<Skill> skill_of(CuratedEntry& e) {
    if (!kebab(e.id)) return e.wrong("\"id\" must be made of a-z, 0-9 and single hyphens");
    if (auto ok = check_texts(e); !ok) return pass_on(ok);
    const auto kind = kind_from(e.kind);
    if (!kind || *kind == Kind::group) return e.wrong(fmt::format("\"{}\" is no kind of skill", e.kind));
    if (e.ambiguous && e.context.empty()) return e.wrong("is ambiguous and has no \"context\"");
    Skill skill;
    skill.id = "hw:" + e.id;
    skill.name = e.name;
    skill.external_id = e.id;
    skill.kind = *kind;
    skill.ambiguous = e.ambiguous;
    if (!e.class_code.empty()) {
        const char* end = e.class_code.data() + e.class_code.size();
        const auto read = std::from_chars(e.class_code.data(), end, skill.commodity);
        if (read.ec != std::errc{} || read.ptr != end || e.class_code.size() != 8) {
            return e.wrong("\"class\" must be a UNSPSC commodity code of eight digits");
        }
    }
    for (auto& alias : e.aliases) skill.aliases.push_back({std::move(alias), AliasKind::alternative});
    skill.context = std::move(e.context);
    skill.avoid = std::move(e.avoid);
    for (const auto& signal : e.signals) {
        if (is_word_group(signal)) return e.wrong("words that go together in any order belong to \"words\"");
    }
    skill.signals = std::move(e.signals);
    if (!e.words.empty()) {
        auto group = word_group_of(e);
        if (!group) return pass_on(group);
        skill.signals.push_back(std::move(*group));
    }
    if (!e.onet.empty()) skill.same_as.push_back("onet=" + e.onet);
    if (!e.esco.empty()) skill.same_as.push_back("esco=" + e.esco);
    return skill;
}

/// Names are the same when they differ only in letter case, accents, and blanks, hyphens, underscores or
/// slashes.
std::string normal(std::string_view name) {
    std::string out;
    for (char c : text::fold(name)) {
        const bool gap = c == ' ' || c == '-' || c == '_' || c == '/';
        if (!gap) out += c;
        if (gap && !out.empty() && out.back() != ' ') out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

/// Refuses a name or alias that another skill has too; the same one twice in one skill is dropped.
Result<void> check_names(const Entries& entries, Framework& framework) {
    std::unordered_map<std::string, std::size_t> owners;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Skill& skill = framework.skills[i];
        const auto claim = [&](const std::string& name) -> Result<bool> {
            const auto [at, is_new] = owners.emplace(normal(name), i);
            if (is_new || at->second == i) return is_new;
            const auto& other = entries[at->second];
            return entries[i].wrong(
                fmt::format("\"{}\" also names {} ({}:{})", name, other.id, other.file, other.line));
        };
        if (auto ok = claim(skill.name); !ok) return pass_on(ok);
        std::vector<Alias> kept;
        for (auto& alias : skill.aliases) {
            auto is_new = claim(alias.text);
            if (!is_new) return pass_on(is_new);
            if (*is_new) kept.push_back(std::move(alias));
        }
        skill.aliases = std::move(kept);
    }
    return {};
}

Result<void> add_links(const Entries& entries, Framework& framework) {
    std::unordered_map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const auto [at, is_new] = ids.emplace(entries[i].id, i);
        if (is_new) continue;
        const auto& other = entries[at->second];
        return entries[i].wrong(fmt::format("the id is used before ({}:{})", other.file, other.line));
    }
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const auto link = [&](const std::vector<std::string>& list, LinkKind kind) -> Result<void> {
            for (const auto& id : list) {
                const auto at = ids.find(id);
                if (at == ids.end()) return entries[i].wrong(fmt::format("there is no skill \"{}\"", id));
                if (at->second == i) return entries[i].wrong("refers to itself");
                framework.links.push_back({i, at->second, kind});
                if (kind == LinkKind::near) framework.links.push_back({at->second, i, kind});
            }
            return {};
        };
        if (auto ok = link(entries[i].broader, LinkKind::broader); !ok) return ok;
        if (auto ok = link(entries[i].near, LinkKind::near); !ok) return ok;
    }
    return {};
}

void count_files(const Entries& entries, Framework& framework) {
    for (const auto& entry : entries) {
        const std::string name = entry.file.substr(entry.file.rfind('/') + 1);
        if (framework.files.empty() || framework.files.back().name != name) {
            framework.files.push_back({name, framework.release, 0});
        }
        ++framework.files.back().rows;
    }
}

}  // namespace

Result<Framework> read_curated(const std::string& folder) {
    auto entries = read_entries(folder);
    if (!entries) return pass_on(entries);
    Framework framework;
    framework.name = "headway";
    framework.release = HEADWAY_VERSION;
    framework.licence = "Headway's own skills, GPL-3.0-or-later.";
    for (auto& entry : *entries) {
        auto skill = skill_of(entry);
        if (!skill) return pass_on(skill);
        framework.skills.push_back(std::move(*skill));
    }
    if (auto ok = add_links(*entries, framework); !ok) return pass_on(ok);
    if (auto ok = check_names(*entries, framework); !ok) return pass_on(ok);
    count_files(*entries, framework);
    return framework;
}

}  // namespace headway::ontology
