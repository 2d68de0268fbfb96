// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <sstream>
#include <stdexcept>

#include "layers/checks.hpp"

namespace headway::layers {
namespace {

const std::set<std::string>& banned_words() {
    static const std::set<std::string> words = {"manager",   "managers",   "helper", "helpers", "util",
                                                "utils",     "utility",    "common", "service", "services",
                                                "processor", "processors", "info",   "infos"};
    return words;
}

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}
bool is_upper(char c) {
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}
bool is_lower(char c) {
    return std::islower(static_cast<unsigned char>(c)) != 0;
}

/// "XmlHelper", "xml_helper" and "XML_HELPER" are all "xml", "helper".
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool starts_word =
            is_upper(c) && i > 0 && (is_lower(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1])));
        if (c == '_' || c == '.' || c == '/' || c == '-' || starts_word) {
            if (!out.back().empty()) out.emplace_back();
            if (!starts_word) continue;
        }
        out.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// Lines of #include are blanked: other people's file names are not ours to choose.
std::set<std::string> identifiers(const Source& source) {
    std::set<std::string> out;
    const std::string code = scan(source.text).code;
    for (std::string_view line : lines_of(code)) {
        if (line.starts_with("#include")) continue;
        for (std::size_t i = 0; i < line.size();) {
            if (!is_word_character(line[i])) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < line.size() && is_word_character(line[end])) ++end;
            out.emplace(line.substr(i, end - i));
            i = end;
        }
    }
    return out;
}

struct Hit {
    std::string path;
    std::string name;
    std::string word;
};

std::vector<Hit> banned_names(const std::vector<Source>& sources) {
    std::vector<Hit> out;
    const auto look = [&](const std::string& path, const std::string& name) {
        const bool is_type_or_file = name == path || is_upper(name[0]);
        for (const std::string& word : words_of(name)) {
            // As an adjective in front of what it describes ("common_prefix") it says something.
            if (word == "common" && !is_type_or_file) continue;
            if (banned_words().contains(word)) out.push_back({path, name, word});
        }
    };
    for (const Source& source : sources) {
        look(source.path, source.path);
        if (source.is_test()) continue;  // sentences about behaviour, not names of things
        for (const std::string& name : identifiers(source)) look(source.path, name);
    }
    return out;
}

bool covers(const AllowedName& allowed, const Hit& hit) {
    const bool here =
        allowed.path.ends_with('/') ? hit.path.starts_with(allowed.path) : hit.path == allowed.path;
    return here && allowed.word == hit.word;
}

}  // namespace

std::vector<AllowedName> parse_allowed_names(std::string_view text) {
    std::vector<AllowedName> out;
    for (std::string_view line : lines_of(text)) {
        std::istringstream words{std::string(line)};
        AllowedName entry;
        std::string why;
        if (!(words >> entry.path) || entry.path.starts_with('#')) continue;
        if (!(words >> entry.word >> why)) {
            throw std::runtime_error("allowed_names.txt: say why: " + std::string(line));
        }
        out.push_back(std::move(entry));
    }
    return out;
}

Problems check_names(const std::vector<Source>& sources, const std::vector<AllowedName>& allowed) {
    Problems out;
    for (const Hit& hit : banned_names(sources)) {
        if (std::ranges::any_of(allowed, [&](const AllowedName& a) { return covers(a, hit); })) continue;
        out.push_back(hit.path + ": " + hit.name + ": '" + hit.word + "' says nothing about what it is");
    }
    return out;
}

Problems check_allowed_names_are_used(const std::vector<Source>& sources,
                                      const std::vector<AllowedName>& allowed) {
    const std::vector<Hit> hits = banned_names(sources);
    Problems out;
    for (const AllowedName& a : allowed) {
        if (std::ranges::any_of(hits, [&](const Hit& hit) { return covers(a, hit); })) continue;
        out.push_back("allowed_names.txt: nothing needs " + a.path + " " + a.word);
    }
    return out;
}

}  // namespace headway::layers
