// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headway::api {

/// One line of at most `most` bytes: the beginning of a text, or the passage around the first of `words`
/// (normal forms, each beginning a word), cut between words, with an ellipsis (3 bytes more) where it is cut.
[[nodiscard]] std::string excerpt_of(std::string_view text, const std::vector<std::string>& words = {},
                                     std::size_t most = 280);

/// What Markdown says, without its markup.
[[nodiscard]] std::string plain_text(std::string_view markdown);

}  // namespace headway::api
