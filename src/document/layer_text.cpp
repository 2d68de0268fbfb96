// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/layer_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace headway::document {
namespace {

bool is_part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    bool inside = false;
    for (char c : text) {
        const bool part = is_part_of_word(c);
        if (part && !inside) out.emplace_back();
        if (part) out.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        inside = part;
    }
    return out;
}

}  // namespace

std::string with_layer_text(std::string read, std::string_view layer) {
    const std::vector<std::string> words = words_of(read);
    const std::set<std::string> seen(words.begin(), words.end());
    std::string unseen;
    while (!layer.empty()) {
        const std::size_t end = std::min(layer.find('\n'), layer.size());
        const std::string_view line = layer.substr(0, end);
        layer.remove_prefix(std::min(end + 1, layer.size()));
        const std::vector<std::string> own = words_of(line);
        const auto known = std::ranges::count_if(own, [&](const auto& w) { return seen.contains(w); });
        if (own.empty() || 2 * static_cast<std::size_t>(known) >= own.size()) continue;
        unseen.append(line).append(1, '\n');
    }
    if (!unseen.empty() && !read.empty()) read += '\n';
    return read + unseen;
}

}  // namespace headway::document
