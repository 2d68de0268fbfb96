// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/call.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace headway::http {

std::string_view Call::path_value(std::string_view name) const {
    for (const auto& [key, value] : path_values_) {
        if (key == name) return value;
    }
    return {};
}

std::optional<std::string> Call::query_value(std::string_view name) const {
    for (const auto& [key, value] : query_) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::vector<std::string> Call::query_values(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& [key, value] : query_) {
        if (key == name) out.push_back(value);
    }
    return out;
}

Result<std::optional<std::int64_t>> Call::query_number(std::string_view name, std::int64_t min,
                                                       std::int64_t max) const {
    const auto text = query_value(name);
    if (!text) return std::nullopt;
    std::int64_t number = 0;
    const char* end = text->data() + text->size();
    const auto [stop, e] = std::from_chars(text->data(), end, number);
    if (e != std::errc() || stop != end || number < min || number > max) {
        return fail(ErrorCode::invalid, fmt::format("expected a whole number from {} to {}", min, max),
                    std::string(name));
    }
    return number;
}

Result<void> Call::only_query(std::initializer_list<std::string_view> names) const {
    for (const auto& [key, value] : query_) {
        if (std::ranges::find(names, key) == names.end()) {
            return fail(ErrorCode::invalid, "there is no parameter of this name", key,
                        fmt::format("known here: {}", fmt::join(names, ", ")));
        }
    }
    return {};
}

Answer<void> Call::expect_json() const {
    const std::string_view type = request.header("Content-Type").value_or("");
    const std::size_t end = std::min(type.find(';'), type.size());
    const std::string_view media = trimmed(type.substr(0, end));
    const std::string_view parameter = trimmed(type.substr(std::min(end + 1, type.size())));
    const bool utf8 = parameter.empty() || same_name(parameter, "charset=utf-8") ||
                      same_name(parameter, "charset=\"utf-8\"");
    if (utf8 && (same_name(media, "application/json") || same_name(media, "application/merge-patch+json"))) {
        return {};
    }
    return refuse(415, ErrorCode::invalid, "the body has to be JSON", {},
                  "send it with Content-Type: application/json");
}

}  // namespace headway::http
