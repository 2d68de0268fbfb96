// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace headway::document {

/// Plain text and Markdown: decoded, cleaned, bullets made "• "; in Markdown (by name, or by its headings)
/// the marks of headings and rules are dropped. Everything else stays as it is written.
[[nodiscard]] Result<Document> parse_plain_text(std::string_view bytes, const std::string& name);

}  // namespace headway::document
