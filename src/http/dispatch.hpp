// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/origin.hpp"
#include "http/server.hpp"

namespace headway::http {

/// The way of a request from its header to its reply, without any sockets: find the route, admit the caller,
/// run the handler, turn refusals into problems. Used by the server and, directly, by tests of routes.
class Dispatch {
  public:
    Dispatch(Settings settings, Router router, Authenticate authenticate, Observers observers);

    /// What is known once the header is read. Exactly one of route and early is there.
    struct Plan {
        const Route* route = nullptr;
        std::size_t index = 0;
        Values path_values;
        Values query;
        std::optional<Response> early;  ///< 400, 404, 405, 421, or the answer to OPTIONS.
    };
    [[nodiscard]] Plan plan(const Request& request, const std::string& request_id) const;

    /// Authentication, protection against forged requests of other sites, access. May block.
    [[nodiscard]] Answer<Caller> admit(const Request& request, const Route& route) const;

    /// Runs the handler; never throws.
    [[nodiscard]] Response run(const Route& route, const Call& call) const;
    /// What was left for after the answer; a failure of it is only logged.
    void run_afterwards(const std::function<void()>& work, const std::string& request_id) const;
    /// A refusal as its problem; what must not leave goes to the log.
    [[nodiscard]] Response refused(const Refusal& refusal, const Request& request,
                                   const std::string& request_id, const Route* route) const;

    /// All of the above for one request, in this thread.
    [[nodiscard]] Response answer(Request request) const;

    /// Turns a 200 into a 304 where the client has it; adds CORS.
    void complete(const Request& request, Response& response) const;

    void count(const Plan& plan, const AccessEntry& entry) const;
    /// The id of a request whose peer is still that of the socket. Behind a trusted proxy, its X-Request-Id;
    /// and the peer becomes the client that the proxy names.
    [[nodiscard]] std::string identify(Request& request) const;
    [[nodiscard]] std::chrono::milliseconds time_limit(const Route& route) const;
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const Router& router() const { return router_; }
    [[nodiscard]] const Observers& observers() const { return observers_; }

  private:
    struct RouteCounts {
        std::array<Counter*, 6> by_class{};
        Histogram* seconds = nullptr;
    };
    Settings settings_;
    Router router_;
    Authenticate authenticate_;
    Observers observers_;
    Origins origins_;
    std::vector<RouteCounts>
        counts_;             ///< By index of the route; the last is for none. Empty without metrics.
    std::string id_prefix_;  ///< Random: ids of two processes differ.
    mutable std::atomic<std::uint64_t> last_id_{0};
};

}  // namespace headway::http
