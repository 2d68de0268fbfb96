// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::http {

/// By the ending of the name; application/octet-stream when unknown.
[[nodiscard]] std::string media_type_of(std::string_view filename);

}  // namespace headway::http
