// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace headway::app {

/// Waits for SIGINT or SIGTERM, which no other thread may take: to be made before any thread is started.
class Signals {
  public:
    Signals();
    void wait() const;

  private:
    sigset_t set_{};
};

}  // namespace headway::app
