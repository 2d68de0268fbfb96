// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sandbox.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <linux/landlock.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace headway::document {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(undefined_behavior_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

/// Everything a parser needs once its input is open and its libraries are loaded. All other calls fail with
/// EACCES.
constexpr std::array computing{
    SCMP_SYS(read),         SCMP_SYS(write),
    SCMP_SYS(readv),        SCMP_SYS(writev),
    SCMP_SYS(pread64),      SCMP_SYS(lseek),
    SCMP_SYS(close),        SCMP_SYS(fstat),
    SCMP_SYS(brk),          SCMP_SYS(munmap),
    SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(futex),        SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(times),        SCMP_SYS(getrusage),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};

/// A sanitizer asks the kernel through a pipe whether memory can be read.
constexpr std::array sanitizing{SCMP_SYS(pipe), SCMP_SYS(pipe2)};

/// Calls by which a started program could reach the network or another process.
constexpr std::array outward{
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(keyctl),
    SCMP_SYS(bpf),
    SCMP_SYS(mount),
    SCMP_SYS(unshare),
    SCMP_SYS(pidfd_getfd),
};

struct Release {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

/// mmap and mprotect without PROT_EXEC: nothing that was read can become code. Signals only to itself: that
/// is how abort() works.
bool allow_own_memory_and_signals(const Filter& filter) {
    const scmp_arg_cmp no_exec{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    const scmp_arg_cmp itself{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0};
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, itself) == 0 &&
           seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_exec) == 0 &&
           seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_exec) == 0;
}

template <std::size_t N>
bool add_rules(const Filter& filter, std::uint32_t action, const std::array<int, N>& calls) {
    for (const int call : calls) {
        // A call unknown to this architecture needs no rule.
        const int rc = seccomp_rule_add(filter.get(), action, call, 0);
        if (rc != 0 && rc != -EDOM && rc != -EINVAL) return false;
    }
    return true;
}

std::uint64_t file_rights(long abi) {
    std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
    if (abi >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
#ifdef LANDLOCK_ACCESS_FS_TRUNCATE
    if (abi >= 3) rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
#endif
    return rights;
}

enum class Reading { stays, ends };

/// Refuses access to every file to this process and to what it starts. Best effort: kernels before 5.13 and
/// some containers have no Landlock, and the seccomp filter does not depend on it.
void landlock(Reading reading) {
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return;
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = file_rights(abi);
    if (reading == Reading::stays) {
        rules.handled_access_fs &=
            ~(LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE);
    }
    const auto fd =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0));
    if (fd < 0) return;
    ::syscall(SYS_landlock_restrict_self, fd, 0);
    ::close(fd);
}

void cap(int resource, std::size_t value, std::size_t grace = 0) {
    const rlimit limit{value, value + grace};
    (void)::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

}  // namespace

void limit_resources(const Allowance& allowance) {
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)::prctl(PR_SET_DUMPABLE, 0);
    cap(RLIMIT_CORE, 0);
    cap(RLIMIT_FSIZE, 0);
    // A second of grace, or SIGKILL would come instead of the signal that says why.
    if (allowance.cpu_seconds > 0) cap(RLIMIT_CPU, allowance.cpu_seconds, 1);
    if (allowance.memory_bytes > 0 && !sanitized) cap(RLIMIT_AS, allowance.memory_bytes);
}

bool forbid_everything_but_computing() {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    landlock(Reading::ends);
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EACCES)));
    if (filter == nullptr) return false;
    if (sanitized && !add_rules(filter, SCMP_ACT_ALLOW, sanitizing)) return false;
    return add_rules(filter, SCMP_ACT_ALLOW, computing) && allow_own_memory_and_signals(filter) &&
           seccomp_load(filter.get()) == 0;
}

bool forbid_network_and_writing() {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    landlock(Reading::stays);
    const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
    if (filter == nullptr) return false;
    return add_rules(filter, SCMP_ACT_ERRNO(EACCES), outward) && seccomp_load(filter.get()) == 0;
}

}  // namespace headway::document
