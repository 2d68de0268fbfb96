// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/haproxy.hpp"

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "support/free_port.hpp"

namespace headway::test {
namespace {

constexpr const char* program = "/usr/sbin/haproxy";
constexpr const char* command =
    "setpriv --pdeathsig KILL /usr/sbin/haproxy -db -f \"$0\" 2>/dev/null & pid=$!; "
    "until [ -S \"$1\" ]; do kill -0 $pid || exit 1; done; "
    "echo \"listens on http://127.0.0.1:$2\"; cat >/dev/null; kill $pid; wait $pid";

}  // namespace

std::unique_ptr<Haproxy> Haproxy::start(int servers) {
    if (!std::filesystem::exists(program)) return nullptr;
    std::unique_ptr<Haproxy> out(new Haproxy());
    out->port_ = free_port();
    const std::string socket = out->folder_.file("admin");
    std::string text =
        "global\n  stats socket " + socket +
        " mode 600 level admin\n"
        "defaults\n  mode http\n  timeout connect 5s\n  timeout client 60s\n  timeout server 60s\n"
        "  option redispatch 1\n  retries 3\n"
        "frontend all\n  bind 127.0.0.1:" +
        std::to_string(out->port_) + "\n  default_backend headway\nbackend headway\n  balance roundrobin\n";
    for (int i = 0; i < servers; ++i) text += "  server s" + std::to_string(i) + " 127.0.0.1:9 disabled\n";
    out->process_.emplace(std::vector<std::string>{
        "bash", "-c", command, out->folder_.write("haproxy.cfg", text), socket, std::to_string(out->port_)});
    return out;
}

void Haproxy::use(int server, std::uint16_t port) {
    const std::string name = "set server headway/s" + std::to_string(server);
    tell(name + " addr 127.0.0.1 port " + std::to_string(port));
    tell(name + " state ready");
}

void Haproxy::leave(int server) {
    tell("set server headway/s" + std::to_string(server) + " state maint");
}

void Haproxy::tell(const std::string& order) {
    const int s = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, folder_.file("admin").c_str(), sizeof address.sun_path - 1);
    const std::string line = order + "\n";
    const bool sent = ::connect(s, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                      ::write(s, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    char answer[1024];
    while (sent && ::read(s, answer, sizeof answer) > 0) {
    }
    ::close(s);
    if (!sent) throw std::runtime_error("HAProxy does not listen");
}

}  // namespace headway::test
