// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "api/parts.hpp"

namespace headway::api {

/// Sends people's events to their open streams. Lives as long as the server.
class LiveEvents {
  public:
    explicit LiveEvents(const Parts& parts);
    ~LiveEvents();
    LiveEvents(const LiveEvents&) = delete;
    LiveEvents& operator=(const LiveEvents&) = delete;

    /// A stream of a person's events after the id `after` (empty: from now on). rate_limited above eight of a
    /// person.
    [[nodiscard]] Result<std::shared_ptr<http::EventStream>> open(const std::string& user_id,
                                                                  const std::string& after);

  private:
    struct Core;
    std::shared_ptr<Core> core_;
};

/// GET /api/events.
void add_event_routes(http::Router& router, const Parts& parts, LiveEvents& live);

}  // namespace headway::api
