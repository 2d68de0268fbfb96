// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/counterpart.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace headway::test {
namespace {

/// scripts/node.sh finds a Node.js that is new enough.
constexpr const char* with_node = "source scripts/node.sh && exec node \"$0\" \"$1\"";

}  // namespace

std::vector<std::string> Counterpart::node(const std::string& script, const std::string& argument) {
    return {"bash", "-c", with_node, script, argument};
}

bool Counterpart::has_package(std::string_view name) {
    return std::filesystem::exists(HEADWAY_SOURCE_DIR "/web/node_modules/" + std::string(name));
}

Counterpart::Counterpart(std::vector<std::string> command) {
    std::vector<char*> words;
    for (std::string& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    int to[2];
    int from[2];
    if (::pipe2(to, O_CLOEXEC) != 0 || ::pipe2(from, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(to[0], STDIN_FILENO);
        ::dup2(from[1], STDOUT_FILENO);
        if (::chdir(HEADWAY_SOURCE_DIR) == 0) ::execvp(words[0], words.data());
        ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    output_ = from[0];
    const std::string line = read_line();
    const std::size_t scheme = line.find("://");
    if (scheme == std::string::npos) throw std::runtime_error(command.front() + " did not start: " + line);
    origin_ = line.substr(line.rfind(' ', scheme) + 1);
}

std::string Counterpart::read_line() const {
    constexpr int patience = 120'000;  // ms: what never comes must not hold up all tests that follow
    std::string out;
    for (char c = 0;;) {
        pollfd readable{output_, POLLIN, 0};
        const int ready = ::poll(&readable, 1, patience);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) throw std::runtime_error("the server says nothing, after: " + out);
        const ssize_t n = ::read(output_, &c, 1);
        if (n < 0 && errno == EINTR) continue;
        if (n == 1 && c == '\n') return out;
        if (n <= 0) throw std::runtime_error("the server ended, saying: " + out);
        out += c;
    }
}

std::string Counterpart::ask(const std::string& line) {
    const std::string whole = line + "\n";
    for (std::size_t sent = 0; sent < whole.size();) {
        const ssize_t n = ::write(input_, whole.data() + sent, whole.size() - sent);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw std::runtime_error("the server does not listen");
        sent += static_cast<std::size_t>(n);
    }
    return read_line();
}

Counterpart::~Counterpart() {
    if (input_ >= 0) ::close(input_);  // it ends by itself
    if (output_ >= 0) ::close(output_);
    int status = 0;
    if (process_ > 0) ::waitpid(process_, &status, 0);
}

}  // namespace headway::test
