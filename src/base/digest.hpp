// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway {

/// 32 bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);
/// 16 bytes: against accidents on the way, never for security.
[[nodiscard]] std::string md5(std::string_view bytes);

/// Two lower-case digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace headway
