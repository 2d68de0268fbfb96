// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/single_threaded.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "document/helper.hpp"

namespace headway::document {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t max_messages = 8192;
/// The child's own copies of the three standard streams are made from descriptors above this.
constexpr int first_free_descriptor = 3;
/// Of the environment, only what the loader and the sanitizers need.
constexpr std::array passed_on{"LD_LIBRARY_PATH", "TESSDATA_PREFIX", "ASAN_OPTIONS",
                               "UBSAN_OPTIONS",   "LSAN_OPTIONS",    "TSAN_OPTIONS"};

/// Owns a descriptor.
class Fd {
  public:
    Fd() = default;
    explicit Fd(int fd) : fd_(fd) {}
    Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Fd& operator=(Fd&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd() { reset(); }
    void reset() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }

  private:
    int fd_ = -1;
};

struct Pipe {
    Fd reading;
    Fd writing;
};

std::optional<Pipe> make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{Fd(ends[0]), Fd(ends[1])};
}

/// The input as a file in memory: the child reads at its own pace and no pipe can fill up.
Fd file_in_memory(std::string_view bytes) {
    Fd fd(::memfd_create("document", MFD_CLOEXEC));
    while (fd.open() && !bytes.empty()) {
        const ssize_t n = ::write(fd.get(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return {};
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (fd.open() && ::lseek(fd.get(), 0, SEEK_SET) != 0) return {};
    return fd;
}

struct Streams {
    int in;
    int out;
    int error;
};

[[noreturn]] void be_the_child(const std::vector<std::string>& role, const Streams& streams) {
    // Descriptors 0 to 2 may be closed in this process, and then be among those to copy: move all out of the
    // way first.
    const int in = ::fcntl(streams.in, F_DUPFD, first_free_descriptor);
    const int out = ::fcntl(streams.out, F_DUPFD, first_free_descriptor);
    const int error = ::fcntl(streams.error, F_DUPFD, first_free_descriptor);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(error, STDERR_FILENO);
    ::close_range(first_free_descriptor, ~0U, 0);
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGCHLD}) (void)::signal(signal, SIG_DFL);
    ::_exit(play_role(role));
}

pid_t run_again(const std::vector<std::string>& role, const Streams& streams) {
    std::vector<std::string> arguments{"headway", child_argument};
    arguments.insert(arguments.end(), role.begin(), role.end());
    std::vector<std::string> environment{std::string(child_environment) + "=1"};
    for (const char* name : passed_on) {
        if (const char* value = std::getenv(name); value != nullptr) {
            environment.push_back(std::string(name) + "=" + value);
        }
    }
    const auto pointers = [](std::vector<std::string>& strings) {
        std::vector<char*> out;
        out.reserve(strings.size() + 1);
        for (std::string& s : strings) out.push_back(s.data());
        out.push_back(nullptr);
        return out;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, streams.in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams.out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams.error, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, first_free_descriptor);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t pid = -1;
    const int rc = ::posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, pointers(arguments).data(),
                                 pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return rc == 0 ? pid : -1;
}

pid_t start_child(const ChildTask& task, const Streams& streams) {
    const bool fork_here =
        task.start == Start::fork || (task.start == Start::by_situation && __libc_single_threaded != 0);
    if (!fork_here) return run_again(task.role, streams);
    const pid_t pid = ::fork();
    if (pid == 0) be_the_child(task.role, streams);
    return pid;
}

int milliseconds_until(Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000'000));
}

enum class Drained { yes, end, error };

/// Reads what is there. Bytes over `keep` are read and dropped.
Drained drain(int fd, std::string& into, std::size_t keep) {
    char buffer[1U << 16U];
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0) return errno == EINTR || errno == EAGAIN ? Drained::yes : Drained::error;
    if (n == 0) return Drained::end;
    into.append(buffer, std::min(static_cast<std::size_t>(n), keep - std::min(keep, into.size())));
    return Drained::yes;
}

/// Collects both streams until they close; tells why it stopped earlier.
std::optional<ChildEnd> collect(const ChildTask& task, Fd& out, Fd& error, Clock::time_point deadline,
                                ChildOutcome& outcome) {
    while (out.open() || error.open()) {
        pollfd waiting[2] = {{out.get(), POLLIN, 0}, {error.get(), POLLIN, 0}};
        const int ready = ::poll(waiting, 2, milliseconds_until(deadline));
        if (ready < 0 && errno != EINTR) return ChildEnd::killed;
        if (ready == 0) return ChildEnd::too_slow;
        if (waiting[0].revents != 0 && drain(out.get(), outcome.output, task.max_output + 1) != Drained::yes)
            out.reset();
        if (waiting[1].revents != 0 && drain(error.get(), outcome.messages, max_messages) != Drained::yes)
            error.reset();
        if (outcome.output.size() > task.max_output) return ChildEnd::too_much_output;
    }
    return std::nullopt;
}

/// Waits for the end of a child that has closed its streams, and kills it at the deadline.
void reap(pid_t pid, Clock::time_point deadline, ChildOutcome& outcome) {
    const Fd handle(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    pollfd waiting{handle.get(), POLLIN, 0};
    const bool ended = handle.open() && ::poll(&waiting, 1, milliseconds_until(deadline)) == 1;
    if (!ended) (void)::kill(pid, SIGKILL);
    int status = 0;
    pid_t reaped = 0;
    do {
        reaped = ::waitpid(pid, &status, 0);
    } while (reaped < 0 && errno == EINTR);
    // Where this process ignores SIGCHLD the status is gone; what was written must do.
    if (reaped < 0) status = 0;
    outcome.end = WIFSIGNALED(status) ? ChildEnd::killed : ChildEnd::finished;
    outcome.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

ChildOutcome run_child(const ChildTask& task) {
    ChildOutcome outcome;
    auto out = make_pipe();
    auto error = make_pipe();
    const Fd input = file_in_memory(task.input);
    if (!out || !error || !input.open()) return outcome;
    const auto deadline = Clock::now() + task.wall;
    const pid_t pid = start_child(task, {input.get(), out->writing.get(), error->writing.get()});
    if (pid < 0) return outcome;
    out->writing.reset();
    error->writing.reset();
    const auto stopped = collect(task, out->reading, error->reading, deadline, outcome);
    if (stopped) (void)::kill(pid, SIGKILL);
    reap(pid, deadline + std::chrono::seconds(stopped ? 5 : 0), outcome);
    if (stopped) outcome.end = *stopped;
    return outcome;
}

}  // namespace headway::document
