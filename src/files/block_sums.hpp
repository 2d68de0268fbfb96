// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::files {

/// CRC-32C (Castagnoli), as iSCSI and cloud stores have it: against accidents on the way, never for security.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

/// Sums of a file's blocks, so that a part of it can be looked at without the rest. As text they fit the
/// metadata of an object: at most 24 blocks of a size that is a power of two, 1 MiB at least.
class BlockSums {
  public:
    /// Of all bytes of a file.
    [[nodiscard]] static BlockSums of(std::string_view bytes);
    /// None for what is not such a text, or not of a file of that size.
    [[nodiscard]] static std::optional<BlockSums> parse(std::string_view text, std::uint64_t size);
    /// "1048576 e3069283 …"
    [[nodiscard]] std::string text() const;

    /// Bytes [begin, end) of the file, made wider to whole blocks.
    struct Range {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };
    [[nodiscard]] Range widened(Range range) const;
    /// Whether bytes that begin with a block and end with one, or with the file, are those of the file.
    [[nodiscard]] bool hold_for(std::string_view bytes, std::uint64_t begin) const;

  private:
    std::uint64_t block_ = 0;  ///< Bytes.
    std::uint64_t size_ = 0;   ///< Of the file.
    std::vector<std::uint32_t> sums_;
};

}  // namespace headway::files
