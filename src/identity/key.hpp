// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/tree.hpp"

struct evp_pkey_st;

namespace headway::identity {

/// A public key (RFC 7517) and the algorithms that it may be used with. The key decides on them, never the
/// token: RSA from 2048 bits for RS and PS, each EC curve for its own ES, Ed25519 for EdDSA; where the key
/// names one of these itself, only that one.
class Key {
  public:
    /// None for a key of another kind, of another use than signatures, too short or damaged; secrets (oct)
    /// are no public keys.
    [[nodiscard]] static std::optional<Key> from_json(const json::Node& node);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] bool allows(std::string_view algorithm) const;
    /// False unless `allows(algorithm)` and the signature is right.
    [[nodiscard]] bool verifies(std::string_view algorithm, std::string_view bytes,
                                std::string_view signature) const;

  private:
    Key() = default;
    std::string id_;
    std::vector<std::string> algorithms_;
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace headway::identity
