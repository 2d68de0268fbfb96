// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/call.hpp"
#include "http/response.hpp"

namespace headway::http {

using Handler = std::function<Answer<Response>(const Call&)>;

enum class Access : std::uint8_t {
    public_,  ///< Anyone; nobody is asked who they are.
    known,    ///< Anyone; the handler is told who it is when they have a session.
    user,
    admin,
};

inline constexpr std::size_t default_body_limit = 64 * 1024;

struct Route {
    Method method = Method::get;
    /// "/api/jobs/{id}/stages", "/calendar/{secret}.ics"; a last part "{name...}" takes the rest of the path,
    /// also an empty one.
    std::string pattern;
    Access access = Access::user;
    Handler handler;
    std::size_t body_limit = default_body_limit;  ///< Bytes.
    bool on_pool = true;   ///< False only for what never blocks: it then runs on the I/O thread.
    bool quick = false;    ///< Reads a few rows by an index: see Settings::quick_on_io.
    bool streams = false;  ///< Gives an EventStream: its length is no slowness.
    std::chrono::milliseconds time_limit{0};  ///< 0: that of the settings.
};

/// Which handler belongs to a path. Built once, then only read.
class Router {
  public:
    Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    ~Router();

    /// GET routes answer HEAD too. A bad or doubled pattern is kept as fault() and stops the server's start.
    void add(Route route);
    [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

    struct Found {
        const Route* route = nullptr;  ///< Null when there is none for this method.
        std::size_t index = 0;         ///< Place of the route in routes().
        Values path_values;
        std::vector<Method> allowed;  ///< Filled when route is null; empty then: nothing has this path.
    };
    /// Fixed parts win over places, places over a rest (which allows nothing but its own methods: others are
    /// simply not there). `invalid` when the path is not valid UTF-8 once
    /// decoded, has a damaged escape, a NUL, or "." or ".." as a part.
    [[nodiscard]] Result<Found> find(Method method, std::string_view path) const;

    /// In the order in which they were added.
    [[nodiscard]] const std::vector<std::unique_ptr<const Route>>& routes() const { return routes_; }

  private:
    struct Node;
    std::vector<std::unique_ptr<const Route>> routes_;
    std::unique_ptr<Node> root_;
    std::optional<Error> fault_;
};

}  // namespace headway::http
