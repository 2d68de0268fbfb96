// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/wire.hpp"
#include "text/sentences.hpp"

namespace headway::report {

/// Text from a document, made fit to be shown in one line: valid UTF-8, runs of white space are one blank, no
/// control characters (so no terminal escape), no characters that turn the direction of the text around it.
/// Blanks at both ends stay, as one.
[[nodiscard]] std::string one_line(std::string_view s);
/// The same for running text: line feeds and tabs stay, a form feed becomes a line feed.
[[nodiscard]] std::string many_lines(std::string_view s);

/// Quoted words and the rest of their sentence, each already one_line(). What stands around may be empty.
struct Quotation {
    std::string before;
    std::string quoted;
    std::string after;
};

/// The sentences of one document, to show evidence in.
class Sentences {
  public:
    /// Keeps a view of the text.
    explicit Sentences(std::string_view text);

    /// Whether the offsets lie in the text, on characters, and enclose what the evidence says.
    [[nodiscard]] bool holds(const WireEvidence& evidence) const;

    /// The evidence inside its sentence; alone when the offsets do not fit the text.
    [[nodiscard]] Quotation around(const WireEvidence& evidence) const;

  private:
    std::string_view text_;
    std::vector<text::Sentence> sentences_;
};

/// Cuts what stands around so that the whole takes at most `columns`, with "…" where something was left out.
/// The quoted words stay whole while they fit.
[[nodiscard]] Quotation shorten(Quotation quotation, int columns);

}  // namespace headway::report
