// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::report {

/// What a piece of text is, for colouring it.
enum class Ink { plain, strong, soft, missing, weak, matched, needed };

/// Lines for a terminal that are never wider than it. Without colour no escape sequence is written.
class TerminalPage {
  public:
    TerminalPage(bool colour, int width) : colour_(colour), width_(width) {}

    [[nodiscard]] int width() const { return width_; }
    /// The text in its ink; the width in columns stays.
    [[nodiscard]] std::string in(Ink ink, std::string_view s) const;

    /// A line as it is; the caller has made it fit.
    void line(std::string_view s);
    void blank() { out_ += '\n'; }
    /// A paragraph broken to the width: `first` before the first line, blanks of the same width before the
    /// others. At most `most_lines`; then "…".
    void paragraph(Ink ink, std::string_view s, std::string_view first = {}, int most_lines = 40);
    void heading(Ink ink, std::string_view title, std::string_view note);

    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    bool colour_ = false;
    int width_ = 80;
    std::string out_;
};

}  // namespace headway::report
