// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server_process.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace headway::test {
namespace {

std::string first_line_of(int descriptor) {
    std::string out;
    char c = 0;
    for (;;) {
        const ssize_t n = ::read(descriptor, &c, 1);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return {};
        if (c == '\n') return out;
        out += c;
    }
}

[[noreturn]] void become(std::vector<std::string>& words, int out, const std::string& log) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that dies leaves nothing behind
    const int err = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    std::vector<char*> arguments;
    for (std::string& w : words) arguments.push_back(w.data());
    arguments.push_back(nullptr);
    ::setenv("HEADWAY_TODAY", "2026-11", 1);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

ServerProcess::ServerProcess(std::vector<std::string> arguments, const std::string& log) {
    std::vector<std::string> words = {HEADWAY_BINARY_DIR "/headway"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    if (arguments.front() == "serve") words.insert(words.end(), {"--listen", "127.0.0.1:0"});
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) become(words, ends[1], log);
    ::close(ends[1]);
    const std::string line = first_line_of(ends[0]);
    ::close(ends[0]);
    if (line.empty()) {
        kill();
        throw std::runtime_error("the program did not start: " + content_of(log));
    }
    if (const std::size_t colon = line.rfind(':');
        colon != std::string::npos && line.find("http://") != line.npos)
        port_ = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

ServerProcess::ServerProcess(ServerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), port_(other.port_) {}

ServerProcess& ServerProcess::operator=(ServerProcess&& other) noexcept {
    if (this != &other) {
        kill();
        pid_ = std::exchange(other.pid_, -1);
        port_ = other.port_;
    }
    return *this;
}

ServerProcess::~ServerProcess() {
    kill();
}

void ServerProcess::kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait();
}

int ServerProcess::wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ServerProcess::tell_to_stop() const {
    ::kill(pid_, SIGTERM);
}

int ServerProcess::stop() {
    tell_to_stop();
    return wait();
}

std::string content_of(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

}  // namespace headway::test
