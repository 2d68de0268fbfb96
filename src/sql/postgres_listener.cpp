// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgres_listener.hpp"

#include <algorithm>
#include <fcntl.h>
#include <libpq-fe.h>
#include <poll.h>
#include <unistd.h>

#include "sql/postgres_session.hpp"

namespace headway::sql {
namespace {

constexpr int idle_ms = 30'000;
constexpr int first_pause_ms = 200;
constexpr int longest_pause_ms = 5'000;

}  // namespace

PostgresListener::PostgresListener(std::string url, Subscriptions& subscriptions)
    : url_(std::move(url)), subscriptions_(subscriptions) {
    static_cast<void>(pipe2(wake_, O_NONBLOCK | O_CLOEXEC));
    thread_ = std::thread([this] { run(); });
}

PostgresListener::~PostgresListener() {
    stop_ = true;
    refresh();
    thread_.join();
    close(wake_[0]);
    close(wake_[1]);
}

void PostgresListener::refresh() {
    static_cast<void>(!write(wake_[1], "x", 1));
}

bool PostgresListener::wait(int descriptor, int milliseconds) const {
    pollfd waiting[] = {{wake_[0], POLLIN, 0}, {descriptor, POLLIN, 0}};
    static_cast<void>(poll(waiting, descriptor < 0 ? 1 : 2, milliseconds));
    char bytes[64];
    while (read(wake_[0], bytes, sizeof bytes) > 0) {
    }
    return !stop_;
}

void PostgresListener::run() {
    int pause = first_pause_ms;
    while (!stop_) {
        const auto began = std::chrono::steady_clock::now();
        hear();
        if (std::chrono::steady_clock::now() - began > std::chrono::seconds(10)) pause = first_pause_ms;
        if (!wait(-1, pause)) return;
        pause = std::min(pause * 2, longest_pause_ms);
    }
}

void PostgresListener::hear() {
    auto session = PostgresSession::open(url_, true);
    if (!session) return;
    std::vector<std::string> heard;
    bool first = true;
    while (!stop_ && !(*session)->lost()) {
        for (const std::string& channel : subscriptions_.channels()) {
            if (std::find(heard.begin(), heard.end(), channel) != heard.end()) continue;
            if (!(*session)->script("listen " + channel)) return;
            heard.push_back(channel);
        }
        if (first) subscriptions_.tell_all();  // who listened before may have missed something
        first = false;
        if (!wait(PQsocket((*session)->handle()), idle_ms)) return;
        if (PQconsumeInput((*session)->handle()) == 0) return;
        while (PGnotify* notice = PQnotifies((*session)->handle())) {
            subscriptions_.tell(notice->relname, notice->extra);
            PQfreemem(notice);
        }
    }
}

}  // namespace headway::sql
