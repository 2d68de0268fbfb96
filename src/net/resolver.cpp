// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/resolver.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <optional>
#include <sys/socket.h>
#include <thread>

namespace headway::net {
namespace {

struct Answer {
    std::mutex mutex;
    std::condition_variable wake;
    std::optional<Result<std::vector<Address>>> addresses;
};

Result<std::vector<Address>> ask_system(const std::string& host) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), nullptr, &hints, &list); error != 0)
        return fail(ErrorCode::unavailable, "the name of the host was not found", host, gai_strerror(error));
    std::vector<Address> out;
    for (const addrinfo* a = list; a != nullptr && out.size() < 16; a = a->ai_next) {
        if (const auto address = address_of(a->ai_addr)) out.push_back(*address);
    }
    ::freeaddrinfo(list);
    if (out.empty()) return fail(ErrorCode::unavailable, "the host has no address", host);
    return out;
}

}  // namespace

std::unexpected<Error> stopped() {
    return fail(ErrorCode::unavailable, "it was stopped");
}

Result<std::vector<Address>> system_resolve(const std::string& host, Deadline until, const GoOn& go_on) {
    const auto answer = std::make_shared<Answer>();
    std::thread([answer, host] {
        auto addresses = ask_system(host);
        const std::lock_guard lock(answer->mutex);
        answer->addresses = std::move(addresses);
        answer->wake.notify_all();
    }).detach();
    std::unique_lock lock(answer->mutex);
    while (!answer->addresses) {
        if (go_on && !go_on()) return stopped();
        if (std::chrono::steady_clock::now() >= until)
            return fail(ErrorCode::unavailable, "finding the host took too long", host);
        answer->wake.wait_for(lock, std::chrono::milliseconds(100));
    }
    return *answer->addresses;
}

}  // namespace headway::net
