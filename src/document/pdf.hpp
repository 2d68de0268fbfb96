// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "document/parsed.hpp"

namespace headway::document {

/// Loads what the PDF reader would load from disk later, so that it works once files are out of reach.
/// Returns false when text cannot be converted on this system.
[[nodiscard]] bool prepare_pdf_reader();

/// The text of a PDF's pages. Fails with invalid (a password is needed, damaged, no pages) or too_large.
[[nodiscard]] Result<Parsed> parse_pdf(std::string_view bytes, const std::string& name, const Limits& limits);

/// A page as a picture of at most `max_pixels`, at `dots_per_inch` or as near to it as that allows.
[[nodiscard]] Result<GrayImage> render_pdf_page(std::string_view bytes, const std::string& name,
                                                std::uint32_t page, std::uint32_t dots_per_inch,
                                                std::size_t max_pixels);

}  // namespace headway::document
