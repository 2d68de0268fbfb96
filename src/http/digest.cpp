// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/digest.hpp"

#include <cstdlib>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace headway::http {

std::string sha256(std::string_view bytes) {
    std::string out(32, '\0');
    std::size_t length = 0;
    auto* target = reinterpret_cast<unsigned char*>(out.data());
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), target, &length) != 1) {
        std::abort();  // no memory, or a library without SHA-256: no signature could be trusted
    }
    return out;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    std::string out(32, '\0');
    unsigned length = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
             reinterpret_cast<unsigned char*>(out.data()), &length) == nullptr) {
        std::abort();
    }
    return out;
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace headway::http
