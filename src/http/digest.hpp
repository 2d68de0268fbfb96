// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/digest.hpp"

namespace headway::http {

using headway::hmac_sha256;
using headway::sha256;

/// In a time that does not depend on where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace headway::http
