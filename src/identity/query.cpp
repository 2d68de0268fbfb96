// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/query.hpp"

#include "http/base64.hpp"
#include "http/digest.hpp"

namespace headway::identity {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

std::string form_of(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        out += percent_encoded(name) + "=" + percent_encoded(value);
    }
    return out;
}

std::string with_query(std::string address, const Fields& fields) {
    address += address.find('?') == std::string::npos ? '?' : '&';
    return address + form_of(fields);
}

std::string challenge_of(std::string_view verifier) {
    return http::base64url(http::sha256(verifier));
}

}  // namespace headway::identity
