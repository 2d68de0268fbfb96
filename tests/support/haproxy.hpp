// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/counterpart.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// Debian's HAProxy on a free port of loopback, in front of servers "s0", "s1", … which are out of use until
/// they are told a port, and whose /readyz it asks as docs/scale-out.md says.
class Haproxy {
  public:
    /// Null where it is not installed; throws when it does not start all the same.
    [[nodiscard]] static std::unique_ptr<Haproxy> start(int servers);
    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// From now on that server takes part, at that port, where it is found ready within half a minute.
    void use(int server, std::uint16_t port);
    /// It gets no new request; those under way go on.
    void leave(int server);
    /// What it thinks of the server: UP, DOWN, MAINT and the like.
    [[nodiscard]] std::string state_of(int server);

  private:
    Haproxy() = default;
    std::string tell(const std::string& order);

    TempFolder folder_;
    std::uint16_t port_ = 0;
    std::optional<Counterpart> process_;
};

}  // namespace headway::test
