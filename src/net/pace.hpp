// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "base/result.hpp"

namespace headway::net {

/// A place in the queue before a host.
struct Turn {
    bool taken = false;
    std::chrono::milliseconds wait{0};  ///< Until it comes; when none was taken, how long it would have been.
};

/// When hosts may be asked. Everybody who asks through the same one keeps one pace. Thread-safe.
class Pace {
  public:
    virtual ~Pace() = default;
    /// Takes the next turn, with a gap behind it; none when it is further away than `longest`.
    [[nodiscard]] virtual Result<Turn> take(const std::string& host, std::chrono::milliseconds gap,
                                            std::chrono::milliseconds longest) = 0;
    /// What a host said about coming back later: no turn comes before that.
    [[nodiscard]] virtual Result<void> leave_alone(const std::string& host,
                                                   std::chrono::milliseconds time) = 0;
    /// Whether a host said so since, also to somebody else: then a turn that was taken is none.
    [[nodiscard]] virtual Result<bool> is_left_alone(const std::string& host) = 0;
};

/// That of this object alone, kept in memory.
class OwnPace final : public Pace {
  public:
    [[nodiscard]] Result<Turn> take(const std::string& host, std::chrono::milliseconds gap,
                                    std::chrono::milliseconds longest) override;
    [[nodiscard]] Result<void> leave_alone(const std::string& host, std::chrono::milliseconds time) override;
    [[nodiscard]] Result<bool> is_left_alone(const std::string& host) override;

  private:
    using Time = std::chrono::steady_clock::time_point;
    struct Host {
        Time next;         ///< When it may be asked again.
        Time alone_until;  ///< As it said.
    };
    std::mutex mutex_;
    std::map<std::string, Host> hosts_;
};

}  // namespace headway::net
