// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopback_server.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdlib>
#include <netinet/in.h>
#include <stdexcept>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

namespace headway::test {

std::string Asked::target() const {
    const std::size_t begin = head.find(' ') + 1;
    return head.substr(begin, head.find(' ', begin) - begin);
}

std::string Asked::header(std::string_view name) const {
    for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
        const std::string line = head.substr(at + 2, head.find("\r\n", at + 2) - at - 2);
        const std::size_t colon = line.find(':');
        if (colon == name.size() && ::strncasecmp(line.c_str(), name.data(), name.size()) == 0)
            return line.substr(std::min(line.find_first_not_of(' ', colon + 1), line.size()));
    }
    return {};
}

void Wire::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Wire::reply(int status, std::string_view body, std::string_view headers) const {
    send("HTTP/1.1 " + std::to_string(status) + " X\r\n" + std::string(headers) + "Content-Length: " +
         std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + std::string(body));
}

void Wire::wait_for_end() const {
    char buffer[1024];
    while (::recv(socket_, buffer, sizeof buffer, 0) > 0) {
    }
}

LoopbackServer::LoopbackServer(Handler handler, Family family)
    : handler_(std::move(handler)), family_(family) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_addr = in6addr_loopback;
    const bool six = family_ == Family::v6;
    auto* address = six ? reinterpret_cast<sockaddr*>(&v6) : reinterpret_cast<sockaddr*>(&v4);
    socklen_t size = six ? sizeof v6 : sizeof v4;
    listener_ = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listener_, address, size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, address, &size) != 0)
        throw std::runtime_error("no port on loopback");
    port_ = ntohs(six ? v6.sin6_port : v4.sin_port);
    acceptor_ = std::thread([this] { accept(); });
}

LoopbackServer::~LoopbackServer() {
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    ::close(listener_);
    {
        const std::lock_guard lock(mutex_);
        for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    for (std::thread& t : connections_) t.join();
}

std::vector<Asked> LoopbackServer::asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
}

void LoopbackServer::accept() {
    while (true) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        const std::lock_guard lock(mutex_);
        open_.push_back(socket);
        connections_.emplace_back([this, socket] { serve(socket); });
    }
}

void LoopbackServer::serve(int socket) {
    std::string bytes;
    char buffer[4096];
    std::size_t end = std::string::npos;
    std::size_t wanted = 0;
    while (end == std::string::npos || bytes.size() < wanted) {
        const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (end != std::string::npos) continue;
        end = bytes.find("\r\n\r\n");
        if (end == std::string::npos) continue;
        const Asked head{bytes.substr(0, end), {}};
        wanted = end + 4 + std::strtoul(head.header("Content-Length").c_str(), nullptr, 10);
    }
    if (end != std::string::npos) {
        const Asked asked{bytes.substr(0, end), bytes.substr(end + 4)};
        {
            const std::lock_guard lock(mutex_);
            asked_.push_back(asked);
        }
        handler_(asked, Wire(socket));
    }
    ::shutdown(socket, SHUT_RDWR);
    const std::lock_guard lock(mutex_);
    open_.remove(socket);
    ::close(socket);
}

}  // namespace headway::test
