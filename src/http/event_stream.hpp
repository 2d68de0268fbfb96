// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace headway::http {

/// One server-sent event. Line breaks in `data` are kept (one data line each); in `id` and `name` they and
/// NUL are dropped. Without name and data it is no event to a browser, only where to go on from.
struct Event {
    std::string id;    ///< Comes back as Last-Event-ID when the client connects again; may be empty.
    std::string name;  ///< Empty: the browser calls it "message".
    std::string data;
};

/// The event as it goes over the wire, with its empty line.
[[nodiscard]] std::string to_wire(const Event& event);

/// A reply without an end, shared by whoever produces events and the connection that sends them. Every member
/// may be called from any thread. It holds no thread while nothing happens.
class EventStream {
  public:
    /// Bounds of what waits for a slow client; above either the stream closes, and the client connects again
    /// with the id of the last event that it saw.
    struct Limits {
        std::size_t events = 256;
        std::size_t bytes = 1 << 20;
    };
    EventStream() = default;
    explicit EventStream(Limits limits) : limits_(limits) {}

    /// False when the stream is closed already or closes by this push.
    bool push(const Event& event);
    /// What was pushed is still sent, then the connection ends.
    void close();
    [[nodiscard]] bool closed() const;

    /// Called exactly once, whatever closed it: the producer, the client's leaving, an overflow, the server's
    /// end; at once when it is closed already. Must not block: it may run on an I/O thread.
    void on_close(std::function<void()> callback);

    // The connection's side.

    struct Batch {
        std::string bytes;
        bool closed = false;
    };
    /// `wake` is called whenever take() has something new to give; nullptr: no more.
    void attach(std::function<void()> wake);
    [[nodiscard]] Batch take();

  private:
    void shut(std::unique_lock<std::mutex>& lock);

    Limits limits_;
    mutable std::mutex mutex_;
    std::string waiting_;
    std::size_t waiting_events_ = 0;
    bool closed_ = false;
    std::function<void()> wake_;
    std::function<void()> on_close_;
};

}  // namespace headway::http
