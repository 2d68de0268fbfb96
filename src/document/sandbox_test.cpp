// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sandbox.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <memory>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace headway::document {
namespace {

/// Runs `body` in a child; its result is the child's exit status.
template <class Body>
int status_in_child(Body body) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(body());
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST(Sandbox, NothingButComputing) {
    const int parent = static_cast<int>(::getpid());
    const int status = status_in_child([parent] {
        const int open_before = ::open("/dev/null", O_RDONLY);
        if (!forbid_everything_but_computing()) return 1;
        if (::open("/etc/passwd", O_RDONLY) >= 0) return 2;
        if (::open("/tmp/headway-must-not-exist", O_WRONLY | O_CREAT, 0600) >= 0) return 3;
        if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) return 4;
        if (::fork() >= 0) return 5;
        if (::kill(parent, 0) == 0) return 6;
        if (::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
            return 7;
        if (::access("/etc/passwd", R_OK) == 0) return 8;
        char byte = 0;
        if (::read(open_before, &byte, 1) != 0) return 9;
        const std::unique_ptr<char[]> memory(new char[1U << 24U]);
        return memory == nullptr ? 10 : 0;
    });
    EXPECT_EQ(status, 0);
}

TEST(Sandbox, AStartedProgramHasNoNetwork) {
    const int status = status_in_child([] {
        if (!forbid_network_and_writing()) return 1;
        if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) return 2;
        return ::open("/dev/null", O_RDONLY) >= 0 ? 0 : 3;
    });
    EXPECT_EQ(status, 0);
}

TEST(Sandbox, TimeIsBounded) {
    const int status = status_in_child([] {
        limit_resources({1, 0});
        for (volatile unsigned i = 0;; i = i + 1) {
        }
        return 0;
    });
    EXPECT_TRUE(status == 128 + SIGXCPU || status == 128 + SIGKILL) << status;
}

}  // namespace
}  // namespace headway::document
