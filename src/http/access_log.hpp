// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace spdlog {
class logger;
}

namespace headway::http {

/// What is written down about one request: no path, query, header or address, which may hold secrets.
struct AccessEntry {
    Timestamp time;
    std::string_view request_id;
    std::string_view method;
    std::string_view route;  ///< The pattern; "-" when there was none.
    int status = 0;
    std::chrono::microseconds took{0};
    std::uint64_t bytes = 0;  ///< Of the reply's body, as sent.
    std::string_view user_id;
    bool slow = false;  ///< Raises the level to warn.
};

/// One JSON line per request and per failure, through spdlog.
class AccessLog {
  public:
    /// Lines are handed to the logger as they are; its pattern should be "%v".
    explicit AccessLog(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

    void request(const AccessEntry& entry);
    /// The text of an error that no client sees, under the request id that the client does see.
    void failure(Timestamp time, std::string_view request_id, std::string_view route, const Error& error);
    void flush();

  private:
    std::shared_ptr<spdlog::logger> logger_;
};

/// Writes on a thread of its own; when 8192 lines wait, the oldest are dropped: a full disk must not stop the
/// server. "-" is standard error, anything else a file that is appended to.
[[nodiscard]] Result<std::shared_ptr<AccessLog>> open_access_log(const std::string& path);

}  // namespace headway::http
