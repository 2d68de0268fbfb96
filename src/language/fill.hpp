// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::language {

/// Values for the places of a sentence, by name.
using Values = std::vector<std::pair<std::string_view, std::string>>;

/// The sentence with "{name}" replaced by what the name has; a place without a value stays as it is.
[[nodiscard]] std::string fill(std::string_view sentence, const Values& values);

}  // namespace headway::language
