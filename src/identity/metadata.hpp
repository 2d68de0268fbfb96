// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::identity {

/// What an issuer says of itself (OpenID Connect Discovery 1.0).
struct Metadata {
    std::string issuer;  ///< To the letter as its tokens have it.
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::string userinfo_endpoint;     ///< Empty: none.
    std::string end_session_endpoint;  ///< Empty: none.
    bool secret_in_body = false;       ///< It takes the client's secret in the body only.
};

/// "https://accounts.example" → its discovery document.
[[nodiscard]] std::string discovery_address(std::string_view issuer);

/// `unavailable` when the document is unreadable, lacks an endpoint, speaks of another issuer than `issuer`
/// (a final '/' apart), or an https issuer names an endpoint without https.
[[nodiscard]] Result<Metadata> parse_metadata(std::string_view document, std::string_view issuer);

}  // namespace headway::identity
