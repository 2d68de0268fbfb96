// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/tokens.hpp"

namespace headway::career {

constexpr std::size_t longest_duties = 20'000;  ///< bytes; what stands behind is not read

/// What is to be done in a job, as the words of a text: they decide between occupations that a title leaves
/// open. The text must outlive it.
struct Duties {
    std::string_view text;
    std::vector<text::Token> words;

    Duties() = default;
    Duties(std::string_view whole, std::vector<text::Token> some) : text(whole), words(std::move(some)) {}
    explicit Duties(std::string_view all)
        : text(all.substr(0, longest_duties)), words(text::tokenize(text)) {}

    [[nodiscard]] bool empty() const { return words.empty(); }
};

}  // namespace headway::career
