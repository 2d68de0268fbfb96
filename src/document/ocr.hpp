// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "document/parsed.hpp"
#include "document/running_lines.hpp"

namespace headway::document {

/// Path of tesseract on PATH, "" when it is not installed.
[[nodiscard]] std::string find_tesseract();

struct OcrPage {
    PageWords words;
    double confidence = 0;  ///< mean over the words, 0 to 100
};

/// Reads a picture with tesseract in a confined process within `time`. Fails with unavailable when it cannot
/// be run, takes too long or lacks the language.
[[nodiscard]] Result<OcrPage> read_picture(const std::string& tesseract, const GrayImage& image,
                                           const std::string& languages, std::chrono::seconds time,
                                           std::size_t memory_bytes);

/// The words of tesseract's TSV table; lines that do not follow its form are skipped.
[[nodiscard]] OcrPage parse_tesseract_tsv(std::string_view tsv);

}  // namespace headway::document
