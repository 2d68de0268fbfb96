// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "report/wire.hpp"

/// Each in a language, by its tag; in English where that is not spoken. What is quoted from the texts, and
/// names of skills and occupations, stay as they are.
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
[[nodiscard]] std::string to_terminal(const WireReport& report, const Texts& texts, TerminalStyle style,
                                      std::string_view language);

/// GitHub-flavoured Markdown; text from the documents is escaped.
[[nodiscard]] std::string to_markdown(const WireReport& report, const Texts& texts,
                                      std::string_view language);

/// One self-contained, accessible page: no script, no request, dark and light.
[[nodiscard]] std::string to_html(const WireReport& report, const Texts& texts, std::string_view language);

}  // namespace headway::report
