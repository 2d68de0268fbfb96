// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/digest.hpp"

#include <openssl/crypto.h>

namespace headway::http {

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace headway::http
