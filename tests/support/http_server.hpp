// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "http/server.hpp"
#include "http/static_site.hpp"
#include "support/gate.hpp"
#include "support/raw_client.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// A real server on a free port of loopback, with routes for everything that a connection can go through.
class HttpServerTest : public testing::Test {
  protected:
    HttpServerTest();
    ~HttpServerTest() override;

    /// Ample limits on a free port; tests change what they are about.
    [[nodiscard]] static http::Settings ample();
    void start(http::Settings settings);
    [[nodiscard]] RawClient connect() const { return RawClient(server_->port()); }

    /// Routes: GET /hello (on the I/O thread), /pooled, /slow (waits for the gate), /secret (Bearer good),
    /// /long, /file, /throws, /odd-header, /events; POST /echo (1,000 bytes at most), /size (4 MiB),
    /// /mine (Bearer good, 4 MiB), /stuck (waits for the gate).
    [[nodiscard]] virtual http::Router make_routes();

    static constexpr std::size_t echo_limit = 1000;
    static constexpr std::size_t large = std::size_t{4} << 20U;

    TempFolder folder_;
    Gate gate_;
    std::atomic<int> handled_{0};  ///< Calls of POST handlers.
    std::shared_ptr<http::EventStream> events_;
    std::promise<void> events_closed_;
    std::shared_ptr<http::Metrics> metrics_ = std::make_shared<http::Metrics>();
    std::unique_ptr<http::StaticSite> site_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace headway::test
