// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/key_box.hpp"

#include <cstdlib>
#include <sodium.h>

namespace headway::llm {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view purpose = "headway key box 1";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::unexpected<Error> cannot_open() {
    return fail(ErrorCode::unavailable, "a stored key cannot be opened with this server's secret", {},
                "Enter the key again");
}

}  // namespace

KeyBox::KeyBox(std::string_view secret) {
    static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);
    if (sodium_init() < 0) std::abort();  // no randomness: nothing could be kept secret
    crypto_generichash_state state;
    crypto_generichash_init(&state, bytes_of(purpose), purpose.size(), key_.size());
    crypto_generichash_update(&state, bytes_of(secret), secret.size());
    crypto_generichash_final(&state, key_.data(), key_.size());
}

KeyBox::~KeyBox() {
    sodium_memzero(key_.data(), key_.size());
}

std::string KeyBox::seal(std::string_view owner, std::string_view plain) const {
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    unsigned char* nonce = bytes_of(sealed);
    randombytes_buf(nonce, nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_bytes, nullptr, bytes_of(plain), plain.size(),
                                               bytes_of(owner), owner.size(), nullptr, nonce, key_.data());
    std::string out(sodium_base64_encoded_len(sealed.size(), alphabet), '\0');
    sodium_bin2base64(out.data(), out.size(), nonce, sealed.size(), alphabet);
    out.pop_back();  // the NUL
    return out;
}

Result<std::string> KeyBox::open(std::string_view owner, std::string_view sealed) const {
    std::string bytes(sealed.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), sealed.data(), sealed.size(), nullptr, &size,
                          nullptr, alphabet) != 0 ||
        size < nonce_bytes + tag_bytes)
        return cannot_open();
    std::string plain(size - nonce_bytes - tag_bytes, '\0');
    const unsigned char* nonce = bytes_of(bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, nonce + nonce_bytes,
                                                   size - nonce_bytes, bytes_of(owner), owner.size(), nonce,
                                                   key_.data()) != 0)
        return cannot_open();
    return plain;
}

}  // namespace headway::llm
