// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "document/parsed.hpp"

namespace poppler {
class page;
}

namespace headway::document {

/// More words than a stamp, a fax header or a page number has.
constexpr std::size_t many_words = 25;

/// Draws a page; coarser where it would have more than `max_pixels`. Empty when it cannot be drawn.
[[nodiscard]] GrayImage draw_page(const poppler::page& page, std::uint32_t dots_per_inch,
                                  std::size_t max_pixels);

/// Nothing but paper.
[[nodiscard]] bool is_blank(const poppler::page& page);

/// Whether a page of few words is a picture all the same, as scans with a stamp are: something is painted
/// over most of the page, and it shows more than the words.
[[nodiscard]] bool is_mostly_picture(const poppler::page& page);

}  // namespace headway::document
