// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace headway::document {

/// Decides what a hyphen at a line end was: a mark of the line break, or part of the word.
class Hyphens {
  public:
    /// Remembers the whole words and hyphenated words of a text: the best witnesses are elsewhere in the
    /// document.
    void learn(std::string_view text);

    /// `before` ends with a hyphen ("enter-"), `after` starts the next line ("prise systems"). True when the
    /// two make one word without the hyphen ("enterprise"), false when it stays ("cloud-native", "COVID-19").
    [[nodiscard]] bool is_break(std::string_view before, std::string_view after) const;

  private:
    std::unordered_set<std::string> words_;  ///< folded; with and without inner hyphens
};

/// Bytes of the hyphen at the end of `line`, 0 when there is none or no letter stands before it.
[[nodiscard]] std::size_t hyphen_at_end(std::string_view line);

}  // namespace headway::document
