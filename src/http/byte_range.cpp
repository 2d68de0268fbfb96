// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/byte_range.hpp"

#include <algorithm>
#include <charconv>

namespace headway::http {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

}  // namespace

std::optional<ByteRange> byte_range(std::optional<std::string_view> header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!header || !header->starts_with(unit)) return std::nullopt;
    const std::string_view text = header->substr(unit.size());
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto last = number(text.substr(hyphen + 1));
    if (hyphen == 0) {
        if (!last || *last == 0 || size == 0) return std::nullopt;
        return ByteRange{size - std::min(*last, size), size};
    }
    const auto first = number(text.substr(0, hyphen));
    const bool open = hyphen + 1 == text.size();
    if (!first || *first >= size || (!open && (!last || *last < *first))) return std::nullopt;
    return ByteRange{*first, open || *last >= size ? size : *last + 1};
}

}  // namespace headway::http
