// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headway::http {

/// RFC 4648: the alphabet with + and /, padded.
[[nodiscard]] std::string base64(std::string_view bytes);
/// The alphabet with - and _, without padding.
[[nodiscard]] std::string base64url(std::string_view bytes);
/// Only what base64url() makes: none for other characters, padding, or spare bits that are not zero.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace headway::http
