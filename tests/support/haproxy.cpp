// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/haproxy.hpp"

#include <chrono>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
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
        "  timeout check 5s\n"
        "  option redispatch 1\n  retries 3\n"
        "frontend all\n  bind 127.0.0.1:" +
        std::to_string(out->port_) +
        "\n  default_backend headway\nbackend headway\n  balance roundrobin\n  option httpchk GET /readyz\n";
    for (int i = 0; i < servers; ++i)
        text += "  server s" + std::to_string(i) +
                " 127.0.0.1:9 check inter 2s fastinter 200ms downinter 200ms disabled\n";
    out->process_.emplace(std::vector<std::string>{
        "bash", "-c", command, out->folder_.write("haproxy.cfg", text), socket, std::to_string(out->port_)});
    return out;
}

void Haproxy::use(int server, std::uint16_t port) {
    const std::string name = "set server headway/s" + std::to_string(server);
    tell(name + " addr 127.0.0.1 port " + std::to_string(port));
    tell(name + " state ready");
    // It takes part once /readyz has answered.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!state_of(server).starts_with("UP")) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("HAProxy does not find s" + std::to_string(server) + " ready");
        std::this_thread::yield();
    }
}

void Haproxy::leave(int server) {
    tell("set server headway/s" + std::to_string(server) + " state maint");
}

std::string Haproxy::state_of(int server) {
    // pxname,svname,…: the eighteenth column is the state.
    const std::string lines = tell("show stat");
    const std::string begin = "headway,s" + std::to_string(server) + ",";
    std::size_t at = lines.find(begin);
    if (at == std::string::npos) return {};
    for (int column = 0; column < 17; ++column) at = lines.find(',', at) + 1;
    return lines.substr(at, lines.find(',', at) - at);
}

std::string Haproxy::tell(const std::string& order) {
    const int s = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, folder_.file("admin").c_str(), sizeof address.sun_path - 1);
    const std::string line = order + "\n";
    const bool sent = ::connect(s, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                      ::write(s, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    std::string out;
    char answer[1024];
    for (ssize_t n = 1; sent && n > 0;) {
        n = ::read(s, answer, sizeof answer);
        if (n > 0) out.append(answer, static_cast<std::size_t>(n));
    }
    ::close(s);
    if (!sent) throw std::runtime_error("HAProxy does not listen");
    return out;
}

}  // namespace headway::test
