// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::identity {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Everything but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// "a=b&c=d".
[[nodiscard]] std::string form_of(const Fields& fields);
/// The address with these fields behind whatever query it has.
[[nodiscard]] std::string with_query(std::string address, const Fields& fields);
/// The challenge of a PKCE verifier (RFC 7636, S256).
[[nodiscard]] std::string challenge_of(std::string_view verifier);

}  // namespace headway::identity
