// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::files {

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
    /// Succeeds also when there was none.
    [[nodiscard]] virtual Result<void> remove(const std::string& key) = 0;
    /// An address from which a browser can download for `seconds`, when the store can make one.
    [[nodiscard]] virtual std::optional<std::string> download_url(const std::string& key,
                                                                  std::string_view filename, int seconds) = 0;
    /// Writes, reads and removes a small object.
    [[nodiscard]] virtual Result<void> check() = 0;
};

}  // namespace headway::files
