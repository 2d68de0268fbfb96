// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace headway::career {

/// Gives an ad that lost its line breaks some of them back: a line of at least 160 bytes is cut before and
/// after every heading that stands in it with a capital letter and without being part of the sentence around
/// it ("… on any device. What you bring Python …"). Other lines stay as they are.
[[nodiscard]] std::vector<text::Line> cut_at_headings(std::string_view s,
                                                      const std::vector<text::Line>& lines,
                                                      const std::vector<text::Token>& tokens);

}  // namespace headway::career
