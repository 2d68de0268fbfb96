// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wrapping.hpp"

#include <algorithm>

namespace headway::app {
namespace {

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::string painted(const Streams& streams, std::string_view code, std::string_view text) {
    if (!streams.colour) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

std::string wrapped(std::span<const std::string> items, std::string_view separator, std::size_t indent,
                    int width) {
    std::string out(indent, ' ');
    std::size_t used = indent;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool last = i + 1 == items.size();
        std::string piece = items[i];
        if (!last) piece += separator;
        // The space that ends a separator may hang over the edge.
        const std::size_t overhang = piece.ends_with(' ') ? 1 : 0;
        const std::size_t needed = columns(piece);
        if (used > indent && used + needed - overhang > static_cast<std::size_t>(std::max(width, 1))) {
            while (out.ends_with(' ')) out.pop_back();
            out += '\n';
            out.append(indent, ' ');
            used = indent;
        }
        out += piece;
        used += needed;
    }
    return out;
}

std::string fitted(std::string_view text, std::size_t width) {
    const std::size_t have = columns(text);
    if (have <= width) return std::string(text) + std::string(width - have, ' ');
    if (width == 0) return {};
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end) {
        if (starts_character(text[end]) && seen++ == width - 1) break;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace headway::app
