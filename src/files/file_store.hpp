// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::files {

/// The largest file that a store takes and gives back.
inline constexpr std::size_t largest_file = std::size_t{256} << 20U;

struct StoredFile {
    std::uint64_t size = 0;
    friend bool operator==(const StoredFile&, const StoredFile&) = default;
};

/// Where uploaded bytes lie. Keys are given by the caller (letters, digits, '-', '_' and '/'; never from
/// outside); every member is safe to call from any thread.
class FileStore {
  public:
    virtual ~FileStore() = default;

    /// Durable when it returns; replaces what had the key.
    [[nodiscard]] virtual Result<void> put(const std::string& key, std::string_view bytes,
                                           std::string_view media_type) = 0;
    /// not_found when there is none.
    [[nodiscard]] virtual Result<std::string> get(const std::string& key) = 0;
    /// At most `length` bytes from `offset` on; fewer where the file ends, none behind its end.
    [[nodiscard]] virtual Result<std::string> get_part(const std::string& key, std::uint64_t offset,
                                                       std::uint64_t length) = 0;
    /// Without its bytes.
    [[nodiscard]] virtual Result<std::optional<StoredFile>> find(const std::string& key) = 0;
    /// Succeeds also when there was none.
    [[nodiscard]] virtual Result<void> remove(const std::string& key) = 0;
    /// An address from which a browser can download for `seconds`, when the store can make one. `disposition`
    /// is what its answer says in Content-Disposition.
    [[nodiscard]] virtual std::optional<std::string> download_url(const std::string& key,
                                                                  std::string_view disposition,
                                                                  int seconds) = 0;
    /// Writes, reads and removes a small file; what was found is believed for some seconds where that costs.
    [[nodiscard]] virtual Result<void> check() = 0;
    /// For people: "in bucket resumes at s3.example.org".
    [[nodiscard]] virtual std::string place() const = 0;
};

/// Whether a store takes that key.
[[nodiscard]] Result<void> check_key(std::string_view key);

}  // namespace headway::files
