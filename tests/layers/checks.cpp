// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/checks.hpp"

#include <functional>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace headway::layers {

Layers parse_layers(std::string_view text) {
    Layers out;
    for (std::string_view line : lines_of(text)) {
        line = line.substr(0, line.find('#'));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) {
            throw std::runtime_error("layers.txt: no 'folder:' in: " + std::string(line));
        }
        const std::string folder(line.substr(0, colon));
        if (out.allowed.contains(folder)) throw std::runtime_error("layers.txt: twice: " + folder);
        auto& allowed = out.allowed[folder];
        std::istringstream words{std::string(line.substr(colon + 1))};
        for (std::string word; words >> word;) {
            if (word == "*") {
                out.unlimited.insert(folder);
            } else {
                allowed.insert(word);
            }
        }
    }
    return out;
}

Problems check_includes(const std::vector<Source>& sources, const Layers& layers) {
    Problems out;
    for (const Source& source : sources) {
        if (source.folder.empty()) continue;  // main.cpp
        const auto rule = layers.allowed.find(source.folder);
        if (rule == layers.allowed.end()) {
            out.push_back(source.path + ": layers.txt does not know the folder " + source.folder);
            continue;
        }
        for (const std::string& included : quoted_includes(source.text)) {
            const std::string target = included.substr(0, included.find('/'));
            if (included.find('/') == std::string::npos) {
                out.push_back(source.path + ": include \"" + included + "\" by its folder");
            } else if (source.is_test() && target == "support") {
                continue;  // tests/support
            } else if (target == "app" && source.folder != "app") {
                out.push_back(source.path + ": nobody includes app");
            } else if (target != source.folder && target != "base" && !rule->second.contains(target) &&
                       !layers.unlimited.contains(source.folder)) {
                out.push_back(source.path + ": " + source.folder + " may not include " + included);
            }
        }
    }
    return out;
}

Problems check_rings(const Layers& layers) {
    Problems out;
    enum class Mark { open, closed };
    std::map<std::string, Mark> marks;
    const std::function<void(const std::string&, const std::string&)> visit = [&](const std::string& folder,
                                                                                  const std::string& way) {
        if (const auto mark = marks.find(folder); mark != marks.end()) {
            if (mark->second == Mark::open) out.push_back("layers.txt: a ring: " + way);
            return;
        }
        marks[folder] = Mark::open;
        const auto rule = layers.allowed.find(folder);
        if (rule == layers.allowed.end()) {
            out.push_back("layers.txt: " + folder + " has no line of its own");
        } else {
            for (const std::string& next : rule->second) visit(next, way + " -> " + next);
        }
        marks[folder] = Mark::closed;
    };
    for (const auto& [folder, unused] : layers.allowed) visit(folder, folder);
    return out;
}

Problems check_json(const std::vector<Source>& sources) {
    static const std::set<std::string> engine = {"text",   "document", "ontology", "vectors",
                                                 "career", "model",    "store"};
    Problems out;
    for (const Source& source : sources) {
        if (source.folder == "json") continue;
        for (const std::string& included : system_includes(source.text)) {
            if (included.starts_with("boost/json")) {
                out.push_back(source.path + ": only json/ includes <" + included + ">");
            }
        }
        if (scan(source.text).code.find("boost::json") != std::string::npos) {
            out.push_back(source.path + ": only json/ uses boost::json");
        }
        if (!engine.contains(source.folder)) continue;
        for (const std::string& included : quoted_includes(source.text)) {
            if (included.starts_with("json/")) {
                out.push_back(source.path + ": no JSON in " + source.folder + ": " + included);
            }
        }
    }
    return out;
}

Problems check_sql(const std::vector<Source>& sources) {
    // Statements as they begin; prose rarely has the second keyword in its place.
    static const std::regex statement(
        R"re(^[\s(]*(select\s[\s\S]*\sfrom\s|select\s+[\w.*]+\s*$|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|)re"
        R"re(with\s+\w+\s*(\([^)]*\)\s*)?as\s*\(|create\s+(unique\s+)?(table|index|view|trigger)\s|alter\s+table\s|)re"
        R"re(drop\s+(table|index|view)\s|pragma\s+\w+|begin\s+(immediate|exclusive|transaction)))re",
        std::regex::icase | std::regex::optimize);
    Problems out;
    for (const Source& source : sources) {
        if (source.folder == "sql" || source.folder == "store") continue;
        for (const std::string& literal : scan(source.text).literals) {
            if (literal.size() < 4096 && std::regex_search(literal, statement)) {
                out.push_back(source.path + ": SQL belongs in store/: \"" + literal.substr(0, 60) + "\"");
            }
        }
    }
    return out;
}

Problems check_first_lines(const std::vector<Source>& sources) {
    Problems out;
    for (const Source& source : sources) {
        if (!source.text.starts_with("// SPDX-License-Identifier: GPL-3.0-or-later\n")) {
            out.push_back(source.path + ": the first line is not the SPDX line");
        }
        if (source.path.ends_with(".hpp") && source.text.find("\n#pragma once\n") == std::string::npos) {
            out.push_back(source.path + ": no #pragma once");
        }
    }
    return out;
}

}  // namespace headway::layers
