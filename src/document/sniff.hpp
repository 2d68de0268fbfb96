// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace headway::document {

/// Tells the format from the content; the name's ending decides only between plain text and HTML without a
/// head. Fails with invalid and a way out for formats that are known but not read (.doc, .rtf, .odt,
/// pictures, …). Archives of the ZIP family are called docx here; opening them tells the rest.
[[nodiscard]] Result<Format> sniff_format(std::string_view bytes, const std::string& name);

/// "pdf", "docx", "html" or "text".
[[nodiscard]] std::string_view to_string(Format format);

}  // namespace headway::document
