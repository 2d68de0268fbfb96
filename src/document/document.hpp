// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace headway::document {

enum class Format : std::uint8_t { pdf, docx, html, text };

/// Bounds on what is read; each is a setting of the program (docs/configuration.md).
struct Limits {
    std::size_t file_bytes = 20U << 20U;      ///< of the uploaded file
    std::size_t text_bytes = 4U << 20U;       ///< of the text that comes out
    std::size_t unpacked_bytes = 64U << 20U;  ///< of all parts of a DOCX that are read
    std::uint32_t pages = 200;
    std::uint32_t seconds = 20;               ///< CPU seconds of the helper; wall clock is twice that
    std::size_t memory_bytes = 1024U << 20U;  ///< address space of the helper
    bool ocr = true;                          ///< try tesseract for a page without text, when it is installed
    std::string ocr_languages = "eng";        ///< as tesseract names them, joined by +
    std::uint32_t ocr_pages = 20;     ///< pages read by OCR at most; the others are named in a warning
    std::uint32_t ocr_seconds = 120;  ///< for all pages together
    bool allow_unconfined = false;    ///< parse, with a warning, where the kernel has no seccomp filters
};

/// Where a page's text lies in Document::text: [begin, end) in bytes.
struct Page {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The text of a document in reading order: valid UTF-8, lines end with \n, paragraphs are separated by an
/// empty line, bullets start with "• ", no control characters but \n and \t, ends with \n. Offsets everywhere
/// in the program count bytes into `text`.
struct Document {
    std::string text;
    std::vector<Page> pages;            ///< At least one; DOCX, HTML and plain text have exactly one.
    std::vector<std::string> warnings;  ///< Full sentences, e.g. a page that was read by OCR.
    Format format = Format::text;
};

/// Reads a document in a child process that has no network, no files and bounded time and memory. Safe to
/// call from several threads: then the child is this program started anew, so its main must first call
/// run_document_helper() (helper.hpp).
///
/// `bytes` is the whole file; `name` is used in messages and, only where the content does not tell, for the
/// format. Errors, all `invalid` but the last two, each one sentence that says what, where and what to do:
/// encrypted, damaged, empty, no text (a scan without OCR), an unsupported format (.doc, .rtf, .odt,
/// pictures), too_large (limits), unavailable (time or memory used up, helper killed). Never a partial text
/// without an error or a warning.
[[nodiscard]] Result<Document> read_document(const std::string& bytes, const std::string& name,
                                             const Limits& limits);

}  // namespace headway::document
