// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headway::test {

/// A reply as it came over the wire.
struct RawReply {
    int status = 0;    ///< 0: the connection ended before a whole head.
    std::string head;  ///< With the empty line.
    std::string body;
    bool complete = false;  ///< The body was as long as announced, or ended with the connection.

    /// The value of the first field of that name, in any case of letters.
    [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

/// A socket to a port of 127.0.0.1 that sends and reads exactly what a test says. Waits at most half a minute
/// for anything, so that a test fails instead of hanging.
class RawClient {
  public:
    /// Connects, or throws std::runtime_error.
    explicit RawClient(std::uint16_t port);
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient();

    /// False when the other end has gone.
    bool send(std::string_view bytes);
    /// Ends the sending direction only.
    void finish_sending();
    /// Leaves at once; the other end sees a reset when `rudely`.
    enum class Leave : std::uint8_t { politely, rudely };
    void leave(Leave how);

    /// The next reply. `bodiless`: to a HEAD.
    enum class Body : std::uint8_t { as_announced, none };
    [[nodiscard]] RawReply read(Body body = Body::as_announced);
    /// Bytes up to and with `text`; less when the connection ends before.
    [[nodiscard]] std::string read_to(std::string_view text);
    /// Everything until the connection ends.
    [[nodiscard]] std::string read_all();
    /// Whether the other end closes without another byte.
    [[nodiscard]] bool ends();

    /// Sends and reads one reply.
    RawReply ask(std::string_view request);

    /// Whether there is something to read, or the connection ended; waits for it at most `time`.
    [[nodiscard]] bool has_news(std::chrono::milliseconds time) const;

  private:
    /// False at the end.
    bool fill();

    int socket_ = -1;
    std::string unread_;
};

/// Whether something listens on the port.
[[nodiscard]] bool can_connect(std::uint16_t port);

/// "GET path HTTP/1.1" with a Host, and further fields ("Name: value\r\n…").
[[nodiscard]] std::string get(std::string_view path, std::string_view fields = {});
/// The same with a body and its length.
[[nodiscard]] std::string post(std::string_view path, std::string_view body, std::string_view fields = {});

}  // namespace headway::test
