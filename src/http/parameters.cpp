// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/parameters.hpp"

#include <algorithm>

#include "http/request.hpp"
#include "http/target.hpp"

namespace headway::http {
namespace {

/// `text` begins behind the opening quote and is moved behind the closing one.
std::string take_quoted(std::string_view& text) {
    std::string out;
    std::size_t i = 0;
    for (; i < text.size() && text[i] != '"'; ++i) {
        const bool escape =
            text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
        if (escape) ++i;
        out += text[i];
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return out;
}

void skip_to_semicolon(std::string_view& text) {
    const std::size_t next = text.find(';');
    text.remove_prefix(next == std::string_view::npos ? text.size() : next + 1);
}

}  // namespace

std::optional<std::string> Parameters::find(std::string_view name) const {
    for (const auto& [key, content] : named) {
        if (same_name(key, name)) return content;
    }
    return std::nullopt;
}

std::optional<std::string> Parameters::find_extended(std::string_view name) const {
    const auto text = find(std::string(name) + "*");
    if (!text) return std::nullopt;
    const std::size_t first = text->find('\'');
    const std::size_t second = first == std::string::npos ? first : text->find('\'', first + 1);
    if (second == std::string::npos || !same_name(text->substr(0, first), "utf-8")) return std::nullopt;
    return percent_decoded(std::string_view(*text).substr(second + 1), Plus::is_plus);
}

Parameters parse_parameters(std::string_view text) {
    Parameters out;
    out.value = trimmed(text.substr(0, text.find(';')));
    skip_to_semicolon(text);
    while (!text.empty()) {
        const std::size_t stop = text.find_first_of("=;");
        if (stop == std::string_view::npos) break;
        const std::string name(trimmed(text.substr(0, stop)));
        const bool has_value = text[stop] == '=';
        text.remove_prefix(stop + 1);
        if (!has_value) continue;
        const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
        text.remove_prefix(begin);
        if (text.starts_with('"')) {
            text.remove_prefix(1);
            out.named.emplace_back(name, take_quoted(text));
        } else {
            out.named.emplace_back(name, trimmed(text.substr(0, text.find(';'))));
        }
        skip_to_semicolon(text);
    }
    return out;
}

}  // namespace headway::http
