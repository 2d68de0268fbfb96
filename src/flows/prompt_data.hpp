// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::flows {

/// Text of others as data of a prompt: between "BEGIN NAME" and "END NAME", which it cannot contain,
/// addresses of mail masked. Pure.
[[nodiscard]] std::string as_data(std::string text, std::string_view name);

}  // namespace headway::flows
