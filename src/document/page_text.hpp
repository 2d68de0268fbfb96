// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "document/running_lines.hpp"

namespace headway::document {

/// The text of pages given as words: headers once and first, columns in reading order, footers once and last.
/// One tidy text per page.
[[nodiscard]] std::vector<std::string> text_of_pages(std::vector<PageWords> pages);

}  // namespace headway::document
