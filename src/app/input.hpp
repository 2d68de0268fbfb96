// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "career/engine.hpp"
#include "document/document.hpp"

namespace headway::app {

/// Reads the document at `path` ("-" is standard input) through the sandboxed reader.
[[nodiscard]] Result<document::Document> read_input(const std::string& path, const document::Limits& limits);

/// What was given in words, or standard input as one text where that is "-": UTF-8 of a mebibyte at most,
/// without the white space at its ends.
[[nodiscard]] Result<std::string> read_words(const std::string& given, std::istream& in);

/// Where its pages begin.
[[nodiscard]] career::PageStarts page_starts(const document::Document& document);

/// This month; the only clock of the program. $HEADWAY_TODAY ("2026-11") overrides it, so that output can be
/// repeated.
[[nodiscard]] career::Month this_month();

}  // namespace headway::app
