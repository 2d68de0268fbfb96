// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace headway::http {

/// Everything that whoever runs the server may turn. Sizes are bytes.
struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one.

    int io_threads = 2;
    int pool_threads = 32;
    /// Runs the work of routes marked quick, which the I/O thread then does itself unless a bearer token is
    /// sent: a hop to the pool and back costs more than they do. Only where what they read never makes them
    /// wait, that is, a database in the same process. Empty: they go to the pool like all others.
    std::function<void(const std::function<void()>& work)> quick_on_io;
    std::size_t pool_queue = 256;  ///< Calls that wait for a thread; more get 503.

    std::size_t connections = 10'000;
    std::size_t connections_per_address = 256;  ///< An IPv6 address counts by its /64.
    std::size_t header_bytes = 16 * 1024;
    std::size_t target_bytes = 8 * 1024;

    std::chrono::milliseconds header_timeout{10'000};  ///< From the first byte of a request.
    std::chrono::milliseconds body_timeout{30'000};    ///< Plus a second for every 16 KiB announced.
    std::chrono::milliseconds idle_timeout{60'000};
    std::chrono::milliseconds write_timeout{30'000};  ///< Likewise.
    std::chrono::milliseconds handler_timeout{30'000};
    std::chrono::milliseconds heartbeat{15'000};
    std::chrono::milliseconds slow_request{500};

    /// Where browsers see the program, "https://headway.example.org". Empty: what the Host header says.
    /// Beginning with https it turns on HSTS.
    std::string public_origin;
    std::vector<std::string> cors_origins;  ///< Exact; empty: no CORS at all.
    std::vector<std::string> hosts;         ///< Names that may stand in Host, without port; empty: any.
    /// Addresses of proxies whose X-Forwarded-For is believed; they are outside the limit per address.
    std::vector<std::string> trusted_proxies;
};

}  // namespace headway::http
