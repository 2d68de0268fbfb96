// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <netinet/in.h>
#include <random>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace headway::test {

/// A port of loopback that nobody listened on a moment ago; for servers that cannot choose one themselves.
/// Below those that systems hand out by themselves (Linux: from 32768), so that no connection takes it
/// meanwhile.
inline std::uint16_t free_port() {
    std::random_device random;
    std::uniform_int_distribution<int> ports(10'000, 31'999);
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const auto port = static_cast<std::uint16_t>(ports(random));
        const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        const bool free = ::bind(s, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(s);
        if (free) return port;
    }
    throw std::runtime_error("no port is free");
}

}  // namespace headway::test
