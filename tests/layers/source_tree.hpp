// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headway::layers {

/// One source file of src/.
struct Source {
    std::string path;    ///< relative to src/: "career/gap.cpp"
    std::string folder;  ///< "career"; empty for files directly in src/
    std::string text;

    [[nodiscard]] bool is_test() const { return path.ends_with("_test.cpp"); }
};

/// Every .cpp and .hpp below `root`, ordered by path.
[[nodiscard]] std::vector<Source> read_sources(const std::string& root);

/// A source made up for a test of the checks themselves; the folder is what stands before the slash.
[[nodiscard]] Source make_source(std::string path, std::string text);

/// What the scanner tells apart in C++ text. Line breaks stay, so that line numbers hold.
struct Scanned {
    std::string code;                   ///< comments blanked, contents of literals removed
    std::vector<std::string> literals;  ///< string literals, raw ones too, in order, escapes as written
};
[[nodiscard]] Scanned scan(std::string_view text);

/// The files named by #include "…", in order.
[[nodiscard]] std::vector<std::string> quoted_includes(std::string_view text);
/// The files named by #include <…>, in order.
[[nodiscard]] std::vector<std::string> system_includes(std::string_view text);

[[nodiscard]] std::string read_text(const std::string& path);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace headway::layers
