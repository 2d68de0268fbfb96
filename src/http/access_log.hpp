// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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

/// Names and values of something that happened, in their order.
using LogFields =
    std::initializer_list<std::pair<std::string_view, std::variant<std::string_view, std::int64_t>>>;

/// One JSON line per request, failure and other event, through spdlog. Lines of ordinary requests are handed
/// over many at a time, because waking the thread that writes costs more than making the line: they wait
/// until there are 16 KB of them, until flush(), or until something else is written, so that the order holds.
class AccessLog {
  public:
    /// Lines are handed to the logger as they are; its pattern should be "%v".
    explicit AccessLog(std::shared_ptr<spdlog::logger> logger) : logger_(std::move(logger)) {}

    void request(const AccessEntry& entry);
    /// The text of an error that no client sees, under the request id that the client does see.
    void failure(Timestamp time, std::string_view request_id, std::string_view route, const Error& error);
    /// Anything else that operators want to see; nothing that tells of a person.
    void event(Timestamp time, std::string_view name, LogFields fields);
    /// Hands over what waits. Whoever owns the log calls it every second or so, and at the end.
    void flush();

  private:
    enum class Urgency : std::uint8_t { can_wait, at_once, warning, error };
    void put(std::string line, Urgency urgency);

    std::shared_ptr<spdlog::logger> logger_;
    std::mutex mutex_;
    std::string waiting_;  ///< Lines with their ends, but for the last one.
};

/// Writes on a thread of its own; when 1024 writes wait, the oldest are dropped: a full disk must not stop
/// the server. "-" is standard error, anything else a file that is appended to.
[[nodiscard]] Result<std::shared_ptr<AccessLog>> open_access_log(const std::string& path);

}  // namespace headway::http
