// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/target.hpp"

#include <algorithm>
#include <charconv>

namespace headway::http {
namespace {

constexpr std::size_t max_parameters = 100;
constexpr std::size_t max_parts = 32;
constexpr std::string_view hex_digits = "0123456789ABCDEF";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Length of a well-formed UTF-8 sequence at the start of `text` (Unicode table 3-7), 0 when there is none.
std::size_t sequence_length(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto tail = [&](std::size_t i) { return i < text.size() && (at(i) & 0xC0U) == 0x80U; };
    const unsigned char first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!tail(1) || !tail(2)) return 0;
        if (first == 0xE0 && at(1) < 0xA0) return 0;  // overlong
        if (first == 0xED && at(1) > 0x9F) return 0;  // surrogates
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        if (first == 0xF0 && at(1) < 0x90) return 0;
        if (first == 0xF4 && at(1) > 0x8F) return 0;  // above U+10FFFF
        return 4;
    }
    return 0;
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const auto [end, e] = std::from_chars(text.data(), text.data() + text.size(), port);
    return e == std::errc() && end == text.data() + text.size() && port <= 65535 && text.size() <= 5;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[i + 1]);
            const int low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (out.find('\0') != std::string::npos || !is_utf8(out)) return std::nullopt;
    return out;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_alnum(c) || std::string_view("-._~").contains(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex_digits[byte >> 4U];
            out += hex_digits[byte & 15U];
        }
    }
    return out;
}

Result<Values> parse_query(std::string_view query) {
    Values out;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value) {
            return fail(ErrorCode::invalid, "the query is not percent-encoded UTF-8 text");
        }
        if (out.size() == max_parameters)
            return fail(ErrorCode::invalid, "the query has too many parameters");
        out.emplace_back(std::move(*name), std::move(*value));
    }
    return out;
}

Result<std::vector<std::string>> parse_path(std::string_view path) {
    std::vector<std::string> out;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const std::size_t end = std::min(path.find('/'), path.size());
        auto part = percent_decoded(path.substr(0, end), Plus::is_plus);
        if (!part || *part == "." || *part == "..") {
            return fail(ErrorCode::invalid, "the path is not percent-encoded UTF-8 text");
        }
        if (out.size() == max_parts) return fail(ErrorCode::invalid, "the path has too many parts");
        out.push_back(std::move(*part));
        if (end == path.size()) return out;
        path.remove_prefix(end + 1);
    }
}

bool is_host(std::string_view text) {
    std::string_view name = text;
    if (name.starts_with('[')) {
        const std::size_t close = name.find(']');
        if (close == std::string_view::npos || close < 3) return false;
        const std::string_view inside = name.substr(1, close - 1);
        const bool good =
            std::ranges::all_of(inside, [](char c) { return hex_value(c) >= 0 || c == ':' || c == '.'; });
        const std::string_view rest = name.substr(close + 1);
        return good && (rest.empty() || (rest[0] == ':' && is_port(rest.substr(1))));
    }
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        if (!is_port(name.substr(colon + 1))) return false;
        name = name.substr(0, colon);
    }
    return !name.empty() && name.size() <= 255 &&
           std::ranges::all_of(name, [](char c) { return is_alnum(c) || c == '-' || c == '.' || c == '_'; });
}

std::string_view host_name(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, std::min(host.find(']'), host.size() - 1) + 1);
    return host.substr(0, host.find(':'));
}

std::optional<Target> parse_target(std::string_view target) {
    Target out;
    if (target == "*") {
        out.path = target;
        return out;
    }
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.size() < scheme.size() || !same_name(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const std::size_t end = std::min(target.find_first_of("/?"), target.size());
        out.authority = target.substr(0, end);
        if (!is_host(out.authority)) return std::nullopt;
        target.remove_prefix(end);
        if (target.empty()) target = "/";
        break;
    }
    const std::size_t question = std::min(target.find('?'), target.size());
    out.path = target.substr(0, question);
    out.query = target.substr(std::min(question + 1, target.size()));
    if (out.path.empty() && !out.authority.empty()) out.path = "/";
    if (!out.path.starts_with('/') || target.contains('#')) return std::nullopt;
    return out;
}

}  // namespace headway::http
