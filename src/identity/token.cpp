// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/token.hpp"

#include <algorithm>

#include "http/base64.hpp"

namespace headway::identity {
namespace {

std::unexpected<Error> unreadable() {
    return fail(ErrorCode::unauthenticated, "this is no token that can be read");
}

std::string type_of(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    constexpr std::string_view prefix = "application/";
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

/// A part that is an object of JSON.
Result<json::Tree> object_of(std::string_view part) {
    const auto bytes = http::from_base64url(part);
    if (!bytes) return unreadable();
    auto tree = json::Tree::parse(*bytes);
    if (!tree || !tree->root().is_object()) return unreadable();
    return tree;
}

}  // namespace

bool looks_like_token(std::string_view text) {
    return text.starts_with("eyJ") && std::ranges::count(text, '.') == 2;
}

Result<Token> parse_token(std::string_view text) {
    if (text.size() > longest_token || std::ranges::count(text, '.') != 2) return unreadable();
    const std::size_t first = text.find('.');
    const std::size_t second = text.find('.', first + 1);
    const auto header = object_of(text.substr(0, first));
    if (!header) return std::unexpected(header.error());
    const json::Node head = header->root();
    auto claims = object_of(text.substr(first + 1, second - first - 1));
    if (!claims) return pass_on(claims);
    auto signature = http::from_base64url(text.substr(second + 1));
    const auto algorithm = head["alg"].text();
    if (!signature || !algorithm) return unreadable();
    if (!head["crit"].is_nothing() || !head["b64"].is_nothing())
        return fail(ErrorCode::unauthenticated, "this token asks for what is not understood here");
    return Token{
        *algorithm,         head["kid"].text().value_or(""),     type_of(head["typ"].text().value_or("")),
        std::move(*claims), std::string(text.substr(0, second)), std::move(*signature)};
}

}  // namespace headway::identity
