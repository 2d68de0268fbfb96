// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace headway::document {

/// Call first thing in main. When this process is a child that read_document() started, it does the child's
/// work and returns its exit status; otherwise it does nothing and returns nothing.
[[nodiscard]] std::optional<int> run_document_helper(int argc, const char* const* argv);

/// The child's work, with standard input and output in place:
///   {"read"}                              a request frame (wire.hpp) in, an answer frame out
///   {"ocr", PATH, LANGUAGES, DPI, SECONDS, BYTES}  tesseract at PATH, confined; a PGM picture in, its TSV
///   out
/// Returns the exit status.
[[nodiscard]] int play_role(const std::vector<std::string>& role);

}  // namespace headway::document
