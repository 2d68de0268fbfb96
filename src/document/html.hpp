// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace headway::document {

/// The text a reader of an HTML page sees: blocks as lines, list items as bullets, table rows as lines with
/// cells joined by a tab. Scripts, styles, navigation, forms' controls and hidden elements are left out.
/// Nothing is fetched.
[[nodiscard]] Result<Document> parse_html(std::string_view bytes, const std::string& name,
                                          const Limits& limits);

}  // namespace headway::document
