// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/raw_client.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace headway::test {
namespace {

constexpr timeval patience{30, 0};

int connected(std::uint16_t port) {
    const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(s, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(s, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return s;
    ::close(s);
    return -1;
}

}  // namespace

std::optional<std::string> RawReply::header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\r\n"), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 2, rest.size()));
        if (line.size() <= name.size() + 1 || line[name.size()] != ':') continue;
        if (::strncasecmp(line.data(), name.data(), name.size()) != 0) continue;
        return std::string(line.substr(name.size() + 2));
    }
    return std::nullopt;
}

RawClient::RawClient(std::uint16_t port) : socket_(connected(port)) {
    if (socket_ < 0) throw std::runtime_error("nothing listens there");
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

void RawClient::finish_sending() {
    ::shutdown(socket_, SHUT_WR);
}

void RawClient::leave(Leave how) {
    const linger reset{1, 0};
    if (how == Leave::rudely) ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    ::close(std::exchange(socket_, -1));
}

bool RawClient::fill() {
    std::array<char, 1U << 16U> bytes;
    for (;;) {
        const ssize_t n = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("waited too long");
        if (n <= 0) return false;
        unread_.append(bytes.data(), static_cast<std::size_t>(n));
        return true;
    }
}

std::string RawClient::read_to(std::string_view text) {
    std::size_t at = 0;
    while ((at = unread_.find(text)) == std::string::npos) {
        if (!fill()) return std::exchange(unread_, {});
    }
    std::string out = unread_.substr(0, at + text.size());
    unread_.erase(0, out.size());
    return out;
}

RawReply RawClient::read(Body body) {
    RawReply out;
    out.head = read_to("\r\n\r\n");
    if (!out.head.ends_with("\r\n\r\n") || !out.head.starts_with("HTTP/1.1 ")) return out;
    out.status = std::atoi(out.head.c_str() + 9);
    if (body == Body::none || out.status == 100 || out.status == 204 || out.status == 304) {
        out.complete = true;
        return out;
    }
    const auto length = out.header("Content-Length");
    if (!length) {
        out.body = read_all();
        out.complete = true;
        return out;
    }
    const auto bytes = static_cast<std::size_t>(std::stoull(*length));
    while (unread_.size() < bytes && fill()) {
    }
    out.complete = unread_.size() >= bytes;
    out.body = unread_.substr(0, bytes);
    unread_.erase(0, out.body.size());
    return out;
}

std::string RawClient::read_all() {
    while (fill()) {
    }
    return std::exchange(unread_, {});
}

bool RawClient::ends() {
    return read_all().empty();
}

bool RawClient::has_news(std::chrono::milliseconds time) const {
    pollfd waiting{socket_, POLLIN, 0};
    return !unread_.empty() || ::poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

RawReply RawClient::ask(std::string_view request) {
    send(request);
    return read();
}

bool can_connect(std::uint16_t port) {
    const int s = connected(port);
    if (s >= 0) ::close(s);
    return s >= 0;
}

std::string get(std::string_view path, std::string_view fields) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(fields) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view fields) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(fields) + "\r\n" + std::string(body);
}

}  // namespace headway::test
