// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "report/wire.hpp"

namespace headway::report {

/// The texts that the offsets of the evidence point into.
struct Texts {
    std::string_view resume;
    std::string_view job;
};

struct TerminalStyle {
    bool colour = false;
    int width = 100;  ///< columns
};

/// For a terminal: score bar, requirements grouped and sorted by gain, needed against held as small bars, one
/// line of evidence each. Without colour the same text carries all meaning.
[[nodiscard]] std::string to_terminal(const WireReport& report, const Texts& texts, TerminalStyle style);

/// GitHub-flavoured Markdown; text from the documents is escaped.
[[nodiscard]] std::string to_markdown(const WireReport& report, const Texts& texts);

/// One self-contained, accessible page: no script, no request, dark and light.
[[nodiscard]] std::string to_html(const WireReport& report, const Texts& texts);

}  // namespace headway::report
