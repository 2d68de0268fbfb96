// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::report {

/// Text as it shall be read, for the inside of a line of GitHub-flavoured Markdown (also a table cell): one
/// line, with everything that could start markup, HTML, a link, a mention or mathematics made harmless. Not
/// for the very beginning of a block.
[[nodiscard]] std::string markdown_text(std::string_view s);

/// A link when the address is https and has no character that could end it; else only the text.
[[nodiscard]] std::string markdown_link(std::string_view label, std::string_view address);

}  // namespace headway::report
