// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/key.hpp"
#include "identity/token.hpp"

namespace headway::identity {

/// The keys that an issuer signs with now.
class KeySet {
  public:
    /// From a JWKS document. Keys that cannot be used here are left out; `unavailable` when none is left.
    [[nodiscard]] static Result<KeySet> parse(std::string_view document);

    /// Whether a key has this token's id, or, where the token names none, could have signed it.
    [[nodiscard]] bool knows(const Token& token) const;
    /// `unauthenticated` unless one of them signed it, with an algorithm that this key allows.
    [[nodiscard]] Result<void> check(const Token& token) const;
    [[nodiscard]] std::size_t size() const { return keys_.size(); }

  private:
    std::vector<Key> keys_;
};

}  // namespace headway::identity
