// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace headway::ontology {

/// The id of the feature that a title's last word of work has (title_words.hpp); a model that knows it has
/// seen titles that end so.
[[nodiscard]] std::uint32_t last_word_feature(std::string_view normal_word);

}  // namespace headway::ontology
