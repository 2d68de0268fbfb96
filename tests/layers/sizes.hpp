// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layers/source_tree.hpp"

namespace headway::layers {

inline constexpr std::size_t soft_cpp_lines = 300;
inline constexpr std::size_t soft_hpp_lines = 150;
inline constexpr std::size_t soft_function_lines = 40;
inline constexpr std::size_t hard_lines = 450;

struct Sized {
    std::string name;  ///< a path, or "path:line" of a function
    std::size_t lines = 0;
};

/// Files, longest first.
[[nodiscard]] std::vector<Sized> file_sizes(const std::vector<Source>& sources);

/// Functions of more than soft_function_lines, longest first. Goes by the layout that clang-format gives: a
/// body opens at the end of a line and closes at the same indent.
[[nodiscard]] std::vector<Sized> long_functions(const std::vector<Source>& sources);

/// The listing as it is printed: largest files, median, what is above the soft sizes.
[[nodiscard]] std::string size_listing(const std::vector<Source>& sources);

}  // namespace headway::layers
