// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "career/engine.hpp"
#include "document/document.hpp"

namespace headway::app {

/// Reads the document at `path` ("-" is standard input) through the sandboxed reader.
[[nodiscard]] Result<document::Document> read_input(const std::string& path);

/// Where its pages begin.
[[nodiscard]] career::PageStarts page_starts(const document::Document& document);

/// This month; the only clock of the program. $HEADWAY_TODAY ("2026-11") overrides it, so that output can be
/// repeated.
[[nodiscard]] career::Month this_month();

}  // namespace headway::app
