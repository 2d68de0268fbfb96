// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "app/streams.hpp"

namespace headway::app {

/// `text` between the terminal's codes ("1" bold, "2" dim, "33" yellow) when the output shows colours, else
/// as it is.
[[nodiscard]] std::string painted(const Streams& streams, std::string_view code, std::string_view text);

/// Columns that a text takes, one a character.
[[nodiscard]] std::size_t columns(std::string_view text);

/// The items one after another with `separator` between them, indented and broken between items so that no
/// line is wider than `width` unless one item is. No final newline.
[[nodiscard]] std::string wrapped(std::span<const std::string> items, std::string_view separator,
                                  std::size_t indent, int width);

/// At most `width` columns of a text, the last being … where it was cut; shorter texts are filled up with
/// spaces.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t width);

}  // namespace headway::app
