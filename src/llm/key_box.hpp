// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::llm {

/// Secrets of people as they lie in the database: XChaCha20-Poly1305 (libsodium) under the server's secret,
/// bound to their owner, so that a row put under another name does not open. Thread-safe.
class KeyBox {
  public:
    /// `secret`: 16 bytes at least, of any kind; a key is derived from it.
    explicit KeyBox(std::string_view secret);
    KeyBox(const KeyBox&) = delete;
    KeyBox& operator=(const KeyBox&) = delete;
    ~KeyBox();

    /// Letters and digits; another text each time.
    [[nodiscard]] std::string seal(std::string_view owner, std::string_view plain) const;
    /// `unavailable` for what was not sealed for this owner under this secret.
    [[nodiscard]] Result<std::string> open(std::string_view owner, std::string_view sealed) const;

  private:
    std::array<unsigned char, 32> key_{};
};

}  // namespace headway::llm
