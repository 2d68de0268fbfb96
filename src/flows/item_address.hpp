// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headway::flows {

/// An address that a model named, as it is kept, without its fragment: https at its usual port, a host with a
/// name that may be one of the public internet, no user in it. Nothing for any other.
[[nodiscard]] std::optional<std::string> proposable_address(const std::string& url);

/// Equal for addresses that lead to one page as far as their text tells: without scheme, "www.", fragment and
/// a slash at the end, the host in lower case.
[[nodiscard]] std::string normal_address(std::string_view url);

}  // namespace headway::flows
