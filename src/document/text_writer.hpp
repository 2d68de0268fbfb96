// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::document {

/// Collects the text of a marked-up document (DOCX, HTML). Breaks are remembered and written only before the
/// next text, so that nested blocks do not pile up empty lines.
class TextWriter {
  public:
    /// Text over `limit` bytes is dropped and full() becomes true.
    explicit TextWriter(std::size_t limit) : limit_(limit) {}

    /// Blanks collapse to one and vanish at the start of a line.
    void text(std::string_view utf8);
    /// Blanks and line ends stay as they are.
    void verbatim(std::string_view utf8);
    void line_break();
    void paragraph_break();
    /// The next text starts a new line with a bullet.
    void bullet();
    /// The next text stands in a new cell of the same line.
    void cell();

    [[nodiscard]] bool full() const { return full_; }
    /// Nothing has been written on the current line.
    [[nodiscard]] bool at_line_start() const;
    [[nodiscard]] const std::string& str() const { return out_; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void flush_breaks();

    std::string out_;
    std::size_t limit_;
    int breaks_ = 0;  ///< line ends due before the next text: 0, 1 or 2
    bool bullet_ = false;
    bool tab_ = false;
    bool space_ = false;
    bool full_ = false;
};

}  // namespace headway::document
