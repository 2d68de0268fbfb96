// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

namespace headway::net {
namespace {

/// Networks of version 4 that are no public host, after IANA's registry of special-purpose addresses. The
/// first that fits counts.
struct Network4 {
    std::uint32_t base;
    int length;
    Reach reach;
};
constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    return a << 24U | b << 16U | c << 8U | d;
}
constexpr Network4 networks4[] = {
    {ip(0, 0, 0, 0), 8, Reach::never},  // this network
    {ip(10, 0, 0, 0), 8, Reach::local},
    {ip(100, 100, 100, 200), 32, Reach::never},  // a cloud's metadata
    {ip(100, 64, 0, 0), 10, Reach::local},       // carrier-grade NAT
    {ip(127, 0, 0, 0), 8, Reach::local},
    {ip(168, 63, 129, 16), 32, Reach::never},  // a cloud's platform
    {ip(169, 254, 0, 0), 16, Reach::never},    // link-local, most clouds' metadata
    {ip(172, 16, 0, 0), 12, Reach::local},
    {ip(192, 0, 0, 0), 24, Reach::never},    // protocol assignments, a cloud's metadata
    {ip(192, 0, 2, 0), 24, Reach::never},    // documentation
    {ip(192, 88, 99, 0), 24, Reach::never},  // 6to4 relays
    {ip(192, 168, 0, 0), 16, Reach::local},
    {ip(198, 18, 0, 0), 15, Reach::never},    // benchmarks
    {ip(198, 51, 100, 0), 24, Reach::never},  // documentation
    {ip(203, 0, 113, 0), 24, Reach::never},   // documentation
    {ip(224, 0, 0, 0), 4, Reach::never},      // multicast
    {ip(240, 0, 0, 0), 4, Reach::never},      // reserved, broadcast
};

Reach reach4(const std::array<std::uint8_t, 16>& b) {
    const std::uint32_t value = ip(b[0], b[1], b[2], b[3]);
    for (const Network4& n : networks4) {
        if ((value ^ n.base) >> (32 - n.length) == 0) return n.reach;
    }
    return Reach::open;
}

/// Of version 6 only 2000::/3 is given out to hosts; everything else must be known to be harmless.
Reach reach6(const std::array<std::uint8_t, 16>& b) {
    static constexpr std::array<std::uint8_t, 16> loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    static constexpr std::array<std::uint8_t, 16> metadata = {0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0,    0,
                                                              0,    0,    0,    0,    0, 0, 0x02, 0x54};
    if (b == loopback) return Reach::local;
    if (b == metadata) return Reach::never;
    if ((b[0] & 0xfeU) == 0xfcU) return Reach::local;  // unique local
    if ((b[0] & 0xe0U) != 0x20U) return Reach::never;
    const auto first = static_cast<unsigned>(b[0] << 8U | b[1]);
    const auto second = static_cast<unsigned>(b[2] << 8U | b[3]);
    if (first == 0x2001 && second < 0x0200) return Reach::never;   // protocol assignments, Teredo
    if (first == 0x2001 && second == 0x0db8) return Reach::never;  // documentation
    if (first == 0x2002) return Reach::never;                      // 6to4: stands for one of version 4
    if (first == 0x3fff && second < 0x1000) return Reach::never;   // documentation
    return Reach::open;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
    const std::string whole(text.substr(0, INET6_ADDRSTRLEN));
    Address out;
    if (::inet_pton(AF_INET, whole.c_str(), out.bytes.data()) == 1 && whole.size() == text.size()) return out;
    out.v6 = true;
    if (::inet_pton(AF_INET6, whole.c_str(), out.bytes.data()) == 1 && whole.size() == text.size())
        return out;
    return std::nullopt;
}

std::optional<Address> address_of(const sockaddr* socket_address) {
    Address out;
    if (socket_address->sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, socket_address, sizeof in);
        std::memcpy(out.bytes.data(), &in.sin_addr, 4);
        return out;
    }
    if (socket_address->sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, socket_address, sizeof in);
        out.v6 = true;
        std::memcpy(out.bytes.data(), &in.sin6_addr, 16);
        return out;
    }
    return std::nullopt;
}

std::string to_string(const Address& address) {
    char buffer[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(address.v6 ? AF_INET6 : AF_INET, address.bytes.data(), buffer, sizeof buffer);
    return buffer;
}

Reach reach_of(const Address& address) {
    return address.v6 ? reach6(address.bytes) : reach4(address.bytes);
}

}  // namespace headway::net
