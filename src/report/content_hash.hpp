// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::report {

/// SHA-256 (FIPS 180-4) in Base64, as a Content-Security-Policy names a style element that it allows.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace headway::report
