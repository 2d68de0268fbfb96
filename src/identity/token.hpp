// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "json/tree.hpp"

namespace headway::identity {

inline constexpr std::size_t longest_token = 16 * 1024;

/// A signed token (RFC 7515, compact) taken apart. Nothing of it may be believed before its signature was
/// checked.
struct Token {
    std::string algorithm;    ///< "RS256"
    std::string key_id;       ///< May be empty.
    std::string type;         ///< In lower case, without "application/"; may be empty.
    json::Tree claims;        ///< An object.
    std::string signed_part;  ///< The bytes that the signature is about.
    std::string signature;    ///< Decoded.
};

/// `unauthenticated` for whatever is no such token, names extensions that have to be understood (crit), or
/// is longer than `longest_token`.
[[nodiscard]] Result<Token> parse_token(std::string_view text);

/// Whether a bearer's secret has the looks of such a token: three parts.
[[nodiscard]] bool looks_like_token(std::string_view text);

}  // namespace headway::identity
