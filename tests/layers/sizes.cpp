// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/sizes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <ranges>
#include <regex>

namespace headway::layers {
namespace {

std::size_t indent(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool opens_function(std::string_view line) {
    // "…) {", "…) const {", "…) noexcept override {", "… -> Type {", but no lambda and no control statement.
    static const std::regex opening(R"(\)( const| noexcept| override)*( -> [\w:<>&* ]+)? \{$)");
    static const std::regex control(R"(^\s*(\} else |else |if |for |while |switch |do |catch |namespace ))");
    if (line.ends_with("{") && line.find('[') == std::string_view::npos && line.find(')') != line.npos) {
        return std::regex_search(line.begin(), line.end(), opening) &&
               !std::regex_search(line.begin(), line.end(), control);
    }
    return false;
}

void longest_first(std::vector<Sized>& sized) {
    std::ranges::stable_sort(sized, std::ranges::greater(), &Sized::lines);
}

}  // namespace

std::vector<Sized> file_sizes(const std::vector<Source>& sources) {
    std::vector<Sized> out;
    for (const Source& source : sources) out.push_back({source.path, lines_of(source.text).size()});
    longest_first(out);
    return out;
}

std::vector<Sized> long_functions(const std::vector<Source>& sources) {
    std::vector<Sized> out;
    for (const Source& source : sources) {
        const std::string code = scan(source.text).code;
        const auto lines = lines_of(code);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!opens_function(lines[i]) || indent(lines[i]) > 4) continue;
            const std::string closing = std::string(indent(lines[i]), ' ') + "}";
            const auto end = std::find(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), closing);
            if (end == lines.end()) continue;
            const auto length = static_cast<std::size_t>(std::distance(lines.begin(), end)) - i + 1;
            if (length > soft_function_lines)
                out.push_back({fmt::format("{}:{}", source.path, i + 1), length});
        }
    }
    longest_first(out);
    return out;
}

std::string size_listing(const std::vector<Source>& sources) {
    const std::vector<Sized> files = file_sizes(sources);
    if (files.empty()) return "no files\n";
    std::string out =
        fmt::format("{} files, median {} lines. The largest:\n", files.size(), files[files.size() / 2].lines);
    for (const Sized& file : files | std::views::take(10)) {
        out += fmt::format("  {:>4}  {}\n", file.lines, file.name);
    }
    out += fmt::format("Above the soft sizes (.cpp {}, .hpp {}, function {}):\n", soft_cpp_lines,
                       soft_hpp_lines, soft_function_lines);
    for (const Sized& file : files) {
        const std::size_t soft = file.name.ends_with(".hpp") ? soft_hpp_lines : soft_cpp_lines;
        if (file.lines > soft) out += fmt::format("  {:>4}  {}\n", file.lines, file.name);
    }
    for (const Sized& function : long_functions(sources)) {
        out += fmt::format("  {:>4}  {} (function)\n", function.lines, function.name);
    }
    return out;
}

}  // namespace headway::layers
