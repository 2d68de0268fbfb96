// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.hpp"

#include <pthread.h>

namespace headway::app {

Signals::Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void Signals::wait() const {
    int which = 0;
    sigwait(&set_, &which);
}

}  // namespace headway::app
