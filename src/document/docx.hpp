// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace headway::document {

/// The text of a Word document in body order: headers first, footers and notes last; list items as bullets,
/// table rows as lines with cells joined by a tab, text boxes after the paragraph that anchors them. Tracked
/// deletions and hidden text are left out, insertions kept. Fails with invalid (damaged, encrypted, another
/// kind of archive) or too_large.
[[nodiscard]] Result<Document> parse_docx(std::string_view bytes, const std::string& name,
                                          const Limits& limits);

}  // namespace headway::document
