// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headway::ontology {

/// Whether a signal is a group of words that go together in any order, "till + penny + float", and no phrase.
[[nodiscard]] constexpr bool is_word_group(std::string_view signal) {
    return signal.find(" + ") != std::string_view::npos;
}

}  // namespace headway::ontology
