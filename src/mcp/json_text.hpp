// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json.hpp"

/// JSON out of pieces that are JSON text already, which most of a message is.
namespace headway::mcp {

[[nodiscard]] inline std::string quoted(std::string_view text) {
    return json::to_json(text);
}

/// Values are JSON text.
[[nodiscard]] inline std::string object(
    std::initializer_list<std::pair<std::string_view, std::string>> members) {
    std::string out = "{";
    for (const auto& [name, value] : members) {
        if (out.size() > 1) out += ',';
        out += quoted(name) + ":" + value;
    }
    return out + "}";
}

[[nodiscard]] inline std::string list(const std::vector<std::string>& items) {
    std::string out = "[";
    for (const std::string& item : items) {
        if (out.size() > 1) out += ',';
        out += item;
    }
    return out + "]";
}

[[nodiscard]] inline std::string truth(bool value) {
    return value ? "true" : "false";
}

}  // namespace headway::mcp
