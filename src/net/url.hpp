// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace headway::net {

/// An address of the web that may be asked: http or https, without a name and password in it. Read by the
/// very library that opens the connection, so that both see the same host.
struct Url {
    std::string whole;   ///< As it is asked, without a fragment.
    std::string scheme;  ///< http, https
    std::string host;    ///< In lower case; of version 6 without brackets
    std::uint16_t port = 0;

    [[nodiscard]] std::string origin() const;
};

/// `invalid` for anything else. `base` is what a relative `text` (a Location) is relative to.
[[nodiscard]] Result<Url> parse_url(const std::string& text, const std::string& base = {});

}  // namespace headway::net
