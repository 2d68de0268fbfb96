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

/// A stretch of text, already one_line().
struct Piece {
    std::string text;
    bool quoted = false;
};

/// One sentence with all the pieces of evidence that lie in it; quoted and other pieces take turns.
struct Passage {
    std::vector<Piece> pieces;
    std::vector<const WireEvidence*> evidence;  ///< By place; at least one.
};

/// The sentences of one document, to show evidence in.
class Sentences {
  public:
    /// Keeps a view of the text.
    explicit Sentences(std::string_view text);

    /// Whether the offsets lie in the text, on characters, and enclose what the evidence says.
    [[nodiscard]] bool holds(const WireEvidence& evidence) const;

    /// The evidence inside its sentence; alone when the offsets do not fit the text.
    [[nodiscard]] Passage around(const WireEvidence& evidence) const;

    /// The same for several: those of one sentence together, in the order in which each sentence first comes.
    /// Pointers into `all`.
    [[nodiscard]] std::vector<Passage> passages(const std::vector<WireEvidence>& all) const;

  private:
    struct Extent {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        auto operator<=>(const Extent&) const = default;
    };
    [[nodiscard]] Extent sentence_of(const WireEvidence& evidence) const;
    [[nodiscard]] std::vector<Piece> cut(Extent sentence,
                                         const std::vector<const WireEvidence*>& evidence) const;

    std::string_view text_;
    std::vector<text::Sentence> sentences_;
};

/// Cuts the beginning and the end of a passage so that it takes at most `columns`, with "…" where something
/// was left out. Quoted words stay while they fit.
[[nodiscard]] Passage shorten(Passage passage, int columns);

}  // namespace headway::report
