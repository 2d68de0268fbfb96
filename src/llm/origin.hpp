// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"

namespace headway::llm {

/// "https://host:port" of a base URL: what a key is entered for. `invalid` for what is no address.
[[nodiscard]] Result<std::string> origin_of(const std::string& base_url);

}  // namespace headway::llm
