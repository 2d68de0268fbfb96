// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.hpp"

#include <cstdlib>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace headway {
namespace {

std::string digest(const EVP_MD* method, std::size_t size, std::string_view bytes) {
    std::string out(size, '\0');
    auto* target = reinterpret_cast<unsigned char*>(out.data());
    if (EVP_Digest(bytes.data(), bytes.size(), target, nullptr, method, nullptr) != 1)
        std::abort();  // no memory, or a library without it: no signature could be trusted
    return out;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    // Looked up once: by name it costs several times what hashing a session's secret does.
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return digest(method, 32, bytes);
}

std::string md5(std::string_view bytes) {
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "MD5", nullptr);
    return digest(method, 16, bytes);
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

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4U];
        out += digits[static_cast<unsigned char>(c) & 15U];
    }
    return out;
}

}  // namespace headway
