// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace headway::document {

/// What the parsers make of a file, before pages that are pictures have been read by OCR.
struct Parsed {
    Format format = Format::text;
    std::vector<std::string>
        pages;  ///< tidy text of each page (see Document::text), "" for a page without text
    /// Indices of pages that show something but hold no readable text, or no more than a stamp on a picture.
    std::vector<std::uint32_t> pictures;
    std::vector<std::string> warnings;
};

/// A page as a picture: one byte per pixel, 255 is white, rows from the top.
struct GrayImage {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t dots_per_inch = 0;
    std::string pixels;
};

/// Sniffs and parses in this very process: the body of the sandboxed reader, and what the fuzzer calls.
[[nodiscard]] Result<Parsed> parse_document(std::string_view bytes, const std::string& name,
                                            const Limits& limits);

}  // namespace headway::document
