// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "api/parts.hpp"

namespace headway::api {

/// Sends people's events to their open streams, and ends the streams of sessions and tokens that end. Lives
/// as long as the server.
class LiveEvents {
  public:
    explicit LiveEvents(const Parts& parts);
    ~LiveEvents();
    LiveEvents(const LiveEvents&) = delete;
    LiveEvents& operator=(const LiveEvents&) = delete;

    /// A stream of the caller's events after that of the id (empty: from now on), for as long as the session
    /// or token of the caller is in force, and until `ends_at` at the latest. An id that is not kept begins
    /// with a resync. rate_limited above eight of a person.
    [[nodiscard]] Result<std::shared_ptr<http::EventStream>> open(const http::Caller& caller,
                                                                  std::string_view last_event_id,
                                                                  std::optional<Timestamp> ends_at = {});

  private:
    struct Core;
    std::shared_ptr<Core> core_;
};

/// GET /api/events.
void add_event_routes(http::Router& router, const Parts& parts, LiveEvents& live);

}  // namespace headway::api
