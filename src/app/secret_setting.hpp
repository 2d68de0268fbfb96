// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.hpp"

namespace headway::app {

/// The value of a setting as it is given, but that "file:PATH" for a secret (a key, password or token) stands
/// for the content of that file without the line's end. unavailable or invalid, naming `where`, for a file
/// that cannot be read or holds nothing.
[[nodiscard]] Result<std::string> secret_or_as_given(const std::string& name, const std::string& value,
                                                     const std::string& where);

}  // namespace headway::app
