// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::report {

/// One line of text for HTML content and for attribute values in double quotes.
[[nodiscard]] std::string html_text(std::string_view s);
/// The same with line feeds and tabs kept, for text shown as it is laid out.
[[nodiscard]] std::string html_lines(std::string_view s);
/// A link when the address is safe (web_address.hpp), else only the text.
[[nodiscard]] std::string html_link(std::string_view label, std::string_view address);

}  // namespace headway::report
