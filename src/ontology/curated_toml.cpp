// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <toml++/toml.h>
#include <utility>

#include "ontology/curated_entry.hpp"

namespace headway::ontology {
namespace {

constexpr std::array<std::pair<std::string_view, std::string CuratedEntry::*>, 7> texts = {{
    {"id", &CuratedEntry::id},
    {"name", &CuratedEntry::name},
    {"kind", &CuratedEntry::kind},
    {"class", &CuratedEntry::class_code},
    {"onet", &CuratedEntry::onet},
    {"esco", &CuratedEntry::esco},
    {"words", &CuratedEntry::words},
}};
constexpr std::array<std::pair<std::string_view, std::vector<std::string> CuratedEntry::*>, 6> lists = {{
    {"aliases", &CuratedEntry::aliases},
    {"context", &CuratedEntry::context},
    {"avoid", &CuratedEntry::avoid},
    {"broader", &CuratedEntry::broader},
    {"near", &CuratedEntry::near},
    {"signals", &CuratedEntry::signals},
}};

std::unexpected<Error> wrong(const std::string& file, const toml::source_region& place, std::string what) {
    return fail(ErrorCode::invalid, std::move(what), file + ":" + std::to_string(place.begin.line),
                "Correct the file");
}

Result<void> read_list(const std::string& file, const toml::key& key, const toml::node& node,
                       std::vector<std::string>& out) {
    const auto* array = node.as_array();
    const std::string expected = "\"" + std::string(key.str()) + "\" must be a list of texts";
    if (array == nullptr) return wrong(file, key.source(), expected);
    for (const auto& item : *array) {
        const auto text = item.value_exact<std::string>();
        if (!text) return wrong(file, item.source(), expected);
        out.push_back(*text);
    }
    return {};
}

Result<void> read_key(const std::string& file, const toml::key& key, const toml::node& node,
                      CuratedEntry& entry) {
    for (const auto& [name, member] : texts) {
        if (key.str() != name) continue;
        const auto text = node.value_exact<std::string>();
        if (!text) return wrong(file, key.source(), "\"" + std::string(name) + "\" must be a text");
        entry.*member = *text;
        return {};
    }
    for (const auto& [name, member] : lists) {
        if (key.str() == name) return read_list(file, key, node, entry.*member);
    }
    if (key.str() != "ambiguous")
        return wrong(file, key.source(), "unknown key \"" + std::string(key.str()) + "\"");
    const auto flag = node.value_exact<bool>();
    if (!flag) return wrong(file, key.source(), "\"ambiguous\" must be true or false");
    entry.ambiguous = *flag;
    return {};
}

Result<CuratedEntry> read_entry(const std::string& file, const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) return wrong(file, node.source(), "expected a [[skill]] table");
    CuratedEntry entry;
    entry.file = file;
    entry.line = node.source().begin.line;
    for (const auto& [key, value] : *table) {
        if (auto ok = read_key(file, key, value, entry); !ok) return pass_on(ok);
    }
    return entry;
}

}  // namespace

Result<std::vector<CuratedEntry>> parse_curated(const std::string& file, std::string_view text) {
    const auto parsed = toml::parse(text);
    if (!parsed) {
        return wrong(file, parsed.error().source(),
                     "is not TOML: " + std::string(parsed.error().description()));
    }
    std::vector<CuratedEntry> entries;
    for (const auto& [key, value] : parsed.table()) {
        const auto* array = value.as_array();
        if (key.str() != "skill" || array == nullptr) {
            return wrong(file, key.source(), "only [[skill]] tables are allowed here");
        }
        for (const auto& node : *array) {
            auto entry = read_entry(file, node);
            if (!entry) return pass_on(entry);
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

}  // namespace headway::ontology
