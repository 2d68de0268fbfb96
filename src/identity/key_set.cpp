// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/key_set.hpp"

#include <algorithm>

namespace headway::identity {
namespace {

constexpr std::size_t most_keys = 32;

bool may_be(const Key& key, const Token& token) {
    return token.key_id.empty() ? key.allows(token.algorithm) : key.id() == token.key_id;
}

}  // namespace

Result<KeySet> KeySet::parse(std::string_view document) {
    const auto tree = json::Tree::parse(document);
    if (!tree) return fail(ErrorCode::unavailable, "the issuer's keys are no JSON");
    const json::Node list = tree->root()["keys"];
    KeySet out;
    for (std::size_t i = 0; i < std::min(list.size(), most_keys); ++i) {
        if (auto key = Key::from_json(list.item(i))) out.keys_.push_back(std::move(*key));
    }
    if (out.keys_.empty())
        return fail(ErrorCode::unavailable, "the issuer has no key that can be used here", {},
                    "Have it sign with RS256, PS256, ES256 or EdDSA");
    return out;
}

bool KeySet::knows(const Token& token) const {
    return std::ranges::any_of(keys_, [&](const Key& key) { return may_be(key, token); });
}

Result<void> KeySet::check(const Token& token) const {
    for (const Key& key : keys_) {
        if (may_be(key, token) && key.verifies(token.algorithm, token.signed_part, token.signature))
            return {};
    }
    return fail(ErrorCode::unauthenticated, "the signature of this token is wrong");
}

}  // namespace headway::identity
