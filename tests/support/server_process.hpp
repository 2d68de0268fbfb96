// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace headway::test {

/// A started build/headway that goes on until it is told to end: serve or work. Killed with this object.
class ServerProcess {
  public:
    /// Waits until it says that it is ready; throws std::runtime_error, with its log, when it ends before.
    /// `arguments` without the address: servers take a free port of loopback. `log`: what it writes on
    /// standard error is appended there.
    ServerProcess(std::vector<std::string> arguments, const std::string& log);
    ServerProcess(ServerProcess&& other) noexcept;
    ServerProcess& operator=(ServerProcess&& other) noexcept;
    ~ServerProcess();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }

    /// kill -9, and gone when it returns.
    void kill();
    /// SIGTERM; the exit code, or -1 when a signal ended it.
    int stop();
    /// SIGTERM without waiting for the end.
    void tell_to_stop() const;
    int wait();

  private:
    pid_t pid_ = -1;
    std::uint16_t port_ = 0;
};

/// The whole content; empty when there is no such file.
[[nodiscard]] std::string content_of(const std::string& path);

}  // namespace headway::test
