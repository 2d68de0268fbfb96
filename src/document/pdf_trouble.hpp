// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headway::document {

/// Listens to what the PDF library complains about while this object lives, since it goes on silently after
/// most of it. One at a time in a process.
class PdfTrouble {
  public:
    PdfTrouble();
    PdfTrouble(const PdfTrouble&) = delete;
    PdfTrouble& operator=(const PdfTrouble&) = delete;
    ~PdfTrouble();

    /// Sentences for the reader of the document about text that may be missing; empty when nothing speaks for
    /// that.
    [[nodiscard]] std::vector<std::string> warnings() const;

  private:
    static void listen(const std::string& message, void* self);

    bool lost_font_ = false;
    bool damaged_ = false;
};

}  // namespace headway::document
