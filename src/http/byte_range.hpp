// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace headway::http {

/// Bytes [begin, end).
struct ByteRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The one range that a Range header asks for of `size` bytes: "bytes=2-5", "bytes=2-", "bytes=-3". None for
/// everything else (no header, several ranges, another unit, behind the end): then all of it is sent, which a
/// server may always do.
[[nodiscard]] std::optional<ByteRange> byte_range(std::optional<std::string_view> header, std::uint64_t size);

}  // namespace headway::http
