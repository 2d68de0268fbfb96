// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway {

/// A read-only file mapped into memory; pages are shared between processes that map the same file.
class MappedFile {
  public:
    /// Fails with not_found, invalid (a folder, a device) or unavailable (no permission).
    [[nodiscard]] static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

    /// Gives back the memory of what was read so far. The bytes stay; what is read again comes from the
    /// system's cache of files.
    void give_back() const;

  private:
    MappedFile(const std::byte* data, std::size_t size) : data_(data), size_(size) {}
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

/// The whole content of a file. Refuses with too_large above `limit` bytes; "-" is standard input.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

/// Writes beside the target and renames, so that a reader sees the old file or the whole new one, never a
/// part.
[[nodiscard]] Result<void> write_file_atomically(const std::string& path, std::string_view content);

}  // namespace headway
