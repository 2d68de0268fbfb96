// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace headway::test {

/// One HTTP request as it came.
struct Asked {
    std::string head;  ///< Request line and headers
    std::string body;
    [[nodiscard]] std::string target() const;  ///< "/path?query"
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// The other end, for answers of any shape, wrong ones too.
class Wire {
  public:
    explicit Wire(int socket) : socket_(socket) {}
    void send(std::string_view bytes) const;
    /// An answer with its length.
    void reply(int status, std::string_view body, std::string_view headers = {}) const;
    /// Until the client has gone.
    void wait_for_end() const;

  private:
    int socket_;
};

/// A small server on 127.0.0.1, or ::1, that does what a test wants of each connection. One request a
/// connection.
class LoopbackServer {
  public:
    using Handler = std::function<void(const Asked&, const Wire&)>;
    enum class Family : std::uint8_t { v4, v6 };
    explicit LoopbackServer(Handler handler, Family family = Family::v4);
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string origin() const {
        return (family_ == Family::v6 ? "http://[::1]:" : "http://127.0.0.1:") + std::to_string(port_);
    }
    [[nodiscard]] std::vector<Asked> asked() const;

  private:
    void accept();
    void serve(int socket);

    Handler handler_;
    Family family_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::vector<Asked> asked_;
    std::list<int> open_;  ///< Sockets of connections under way.
    std::list<std::thread> connections_;
    std::thread acceptor_;
};

}  // namespace headway::test
