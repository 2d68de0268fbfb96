// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace headway::net {

/// An IP address; of version 4 the first four bytes count.
struct Address {
    bool v6 = false;
    std::array<std::uint8_t, 16> bytes{};
    friend auto operator<=>(const Address&, const Address&) = default;
};

/// "192.0.2.1", "2001:db8::1"; nothing else, no zone, no port.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
[[nodiscard]] std::optional<Address> address_of(const sockaddr* socket_address);
[[nodiscard]] std::string to_string(const Address& address);

/// Where an address leads.
enum class Reach {
    open,   ///< A host of the public internet.
    local,  ///< This machine or a private network: loopback, RFC 1918, RFC 6598, RFC 4193.
    never,  ///< Nothing that may ever be asked: unspecified, link-local, cloud metadata, multicast, reserved,
            ///< documentation, and forms of IPv6 that stand for another address (mapped, NAT64, 6to4,
            ///< Teredo).
};
[[nodiscard]] Reach reach_of(const Address& address);

}  // namespace headway::net
