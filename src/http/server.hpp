// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "base/clock.hpp"
#include "http/access_log.hpp"
#include "http/call.hpp"
#include "http/metrics.hpp"
#include "http/router.hpp"
#include "http/settings.hpp"

namespace headway::http {

/// Who sends this: from the session cookie or the bearer token. Anonymous is a value; a credential that is
/// wrong or has ended is an error. Sees requests without their body.
using Authenticate = std::function<Result<Caller>(const Request&)>;

/// Where the server tells what it does. Each may be null.
struct Observers {
    std::shared_ptr<AccessLog> log;
    std::shared_ptr<Metrics> metrics;
    Clock clock = system_now;
};

/// Listens, reads requests, runs handlers, writes replies, on threads of its own.
class Server {
  public:
    /// Returns when connections are accepted. Fails with invalid (a fault in the settings or the routes) or
    /// unavailable (the port is taken).
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(Settings settings, Router router,
                                                               Authenticate authenticate,
                                                               Observers observers = {});
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// stop() without grace.
    ~Server();

    [[nodiscard]] std::uint16_t port() const;

    /// Accepts no more, closes idle connections and streams, lets running requests finish for `grace`, then
    /// cuts what is left. Returns when no handler runs any more: one that ignores its deadline is waited for.
    void stop(std::chrono::milliseconds grace);

    class Core;

  private:
    explicit Server(std::unique_ptr<Core> core);
    std::unique_ptr<Core> core_;
};

}  // namespace headway::http
