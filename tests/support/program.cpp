// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace headway::test {
namespace {

struct Pipe {
    int reading = -1;
    int writing = -1;
};

Pipe make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    return {ends[0], ends[1]};
}

void close_now(int& fd) {
    if (fd >= 0) ::close(fd);
    fd = -1;
}

std::vector<std::string> environment_of(const Start& start) {
    std::map<std::string, std::string> all = {{"HEADWAY_TODAY", "2026-11"}};
    for (char** at = environ; *at != nullptr; ++at) {
        const std::string_view entry(*at);
        const std::string name(entry.substr(0, entry.find('=')));
        if (name != "NO_COLOR" && name != "HEADWAY_TODAY") all[name] = entry.substr(name.size() + 1);
    }
    for (const auto& [name, value] : start.environment) all[name] = value;
    std::vector<std::string> out;
    for (const auto& [name, value] : all) out.push_back(name + "=" + value);
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (std::string& s : strings) out.push_back(s.data());
    out.push_back(nullptr);
    return out;
}

/// In the new process.
[[noreturn]] void become_program(std::vector<char*>& arguments, std::vector<char*>& environment) {
    if (::chdir(HEADWAY_SOURCE_DIR) == 0) ::execve(arguments[0], arguments.data(), environment.data());
    ::_exit(127);
}

pid_t parent_of(const std::filesystem::path& process) {
    std::ifstream in(process / "stat");
    std::string stat;
    std::getline(in, stat);
    const std::size_t name_end = stat.rfind(')');  // "pid (name) state ppid …"
    if (name_end == std::string::npos || name_end + 4 >= stat.size()) return 0;
    return static_cast<pid_t>(std::strtol(stat.c_str() + name_end + 4, nullptr, 10));
}

/// Kills the first child of `pid` that shows up before `pid` has ended.
bool kill_child_of(pid_t pid) {
    siginfo_t ended{};
    while (::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           ended.si_pid == 0) {
        for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
            const std::string name = entry.path().filename();
            if (name.find_first_not_of("0123456789") != std::string::npos) continue;
            if (parent_of(entry.path()) == pid) {
                return ::kill(static_cast<pid_t>(std::stol(name)), SIGKILL) == 0;
            }
        }
        ::sched_yield();
    }
    return false;
}

/// Moves bytes both ways until the program has closed its ends.
void exchange(int in, std::string_view input, int out, std::string& out_bytes, int err,
              std::string& err_bytes) {
    if (in >= 0) (void)::fcntl(in, F_SETFL, O_NONBLOCK);
    const auto collect = [](int& fd, std::string& into) {
        std::array<char, 1U << 16U> buffer;
        const ssize_t n = ::read(fd, buffer.data(), buffer.size());
        if (n > 0) into.append(buffer.data(), static_cast<std::size_t>(n));
        if (n == 0 || (n < 0 && errno != EINTR)) close_now(fd);
    };
    while (out >= 0 || err >= 0) {
        if (input.empty()) close_now(in);
        std::array<pollfd, 3> waiting{{{in, POLLOUT, 0}, {out, POLLIN, 0}, {err, POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
        if (waiting[0].revents != 0) {
            const ssize_t n = ::write(in, input.data(), input.size());
            if (n > 0) input.remove_prefix(static_cast<std::size_t>(n));
            if (n < 0 && errno != EAGAIN && errno != EINTR) close_now(in);
        }
        if (waiting[1].revents != 0) collect(out, out_bytes);
        if (waiting[2].revents != 0) collect(err, err_bytes);
    }
    close_now(in);
}

void reap(pid_t pid, Ended& ended) {
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
}

Ended run_on_terminal(std::vector<char*>& arguments, std::vector<char*>& environment) {
    Ended ended;
    int terminal = -1;
    winsize size{50, 120, 0, 0};
    const pid_t pid = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (pid < 0) throw std::runtime_error("no terminal");
    if (pid == 0) become_program(arguments, environment);
    exchange(-1, {}, terminal, ended.out, -1, ended.err);
    reap(pid, ended);
    return ended;
}

}  // namespace

bool has_terminals() {
    int terminal = -1;
    int other_end = -1;
    if (::openpty(&terminal, &other_end, nullptr, nullptr, nullptr) != 0) return false;
    close_now(terminal);
    close_now(other_end);
    return true;
}

Ended run_program(const Start& start) {
    (void)::signal(SIGPIPE, SIG_IGN);  // NOLINT(bugprone-signal-handler): the program may not want its input
    std::vector<std::string> words = {HEADWAY_BINARY_DIR "/headway"};
    words.insert(words.end(), start.arguments.begin(), start.arguments.end());
    std::vector<std::string> settings = environment_of(start);
    auto arguments = pointers(words);
    auto environment = pointers(settings);
    if (start.terminal) return run_on_terminal(arguments, environment);

    Pipe in = make_pipe();
    Pipe out = make_pipe();
    Pipe err = make_pipe();
    const pid_t pid = ::fork();
    if (pid < 0) throw std::runtime_error("cannot start a process");
    if (pid == 0) {
        ::dup2(in.reading, STDIN_FILENO);
        ::dup2(start.full_disk ? ::open("/dev/full", O_WRONLY | O_CLOEXEC) : out.writing, STDOUT_FILENO);
        ::dup2(err.writing, STDERR_FILENO);
        become_program(arguments, environment);
    }
    close_now(in.reading);
    close_now(out.writing);
    close_now(err.writing);
    Ended ended;
    if (start.kill_its_child) ended.child_killed = kill_child_of(pid);
    exchange(in.writing, start.input, out.reading, ended.out, err.reading, ended.err);
    reap(pid, ended);
    return ended;
}

Ended run_program(std::vector<std::string> arguments) {
    Start start;
    start.arguments = std::move(arguments);
    return run_program(start);
}

}  // namespace headway::test
