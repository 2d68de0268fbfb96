// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <pwd.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sql/database.hpp"
#include "support/free_port.hpp"

namespace headway::test {
namespace {

namespace fs = std::filesystem;

/// The user that runs the server: PostgreSQL refuses to be root.
const passwd* server_user() {
    if (geteuid() != 0) return nullptr;
    const passwd* user = getpwnam("postgres");
    return user != nullptr ? user : getpwnam("nobody");
}

std::string find_binaries() {
    for (const char* folder :
         {"/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"}) {
        if (fs::exists(std::string(folder) + "/postgres")) return folder;
    }
    return {};
}

/// Starts a program, as the server's user when we are root; its output goes to `log`.
int spawn(const std::vector<std::string>& words, const std::string& log) {
    const int child = fork();
    if (child != 0) return child;
    if (const passwd* user = server_user()) {
        if (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0) _exit(126);
    }
    if (chdir("/") != 0) _exit(126);
    if (std::freopen(log.c_str(), "a", stdout) == nullptr ||
        std::freopen(log.c_str(), "a", stderr) == nullptr)
        _exit(126);
    std::vector<char*> arguments;
    for (const std::string& w : words) arguments.push_back(const_cast<char*>(w.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
}

bool succeeded(int child) {
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Copies a folder with all in it, and makes it the server's user's.
bool copy_folder(const fs::path& from, const fs::path& to) {
    std::error_code e;
    fs::copy(from, to, fs::copy_options::recursive, e);
    if (e) return false;
    fs::permissions(to, fs::perms::owner_all, e);
    const passwd* user = server_user();
    if (user == nullptr) return !e;
    bool all = chown(to.c_str(), user->pw_uid, user->pw_gid) == 0;
    for (const auto& entry : fs::recursive_directory_iterator(to, e))
        all = all && chown(entry.path().c_str(), user->pw_uid, user->pw_gid) == 0;
    return all && !e;
}

/// The lock of a file, until the end of a scope.
struct Locked {
    explicit Locked(const std::string& path)
        : file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
        if (file >= 0) static_cast<void>(::flock(file, LOCK_EX));
    }
    ~Locked() {
        if (file >= 0) ::close(file);
    }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;
    int file;
};

}  // namespace

PostgresServer* PostgresServer::shared() {
    static const std::unique_ptr<PostgresServer> server = [] {
        std::unique_ptr<PostgresServer> out(new PostgresServer());
        if (!out->start()) out.reset();
        return out;
    }();
    return server.get();
}

bool PostgresServer::start() {
    binaries_ = find_binaries();
    if (binaries_.empty()) return false;
    std::string name = (fs::temp_directory_path() / "headway-postgres-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) return false;
    folder_ = name;
    if (const passwd* user = server_user()) {
        if (chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) return false;
    }
    if (!make_cluster()) {
        std::cerr << "initdb failed, see " << folder_ << "/log\n";
        return false;
    }
    constexpr int ports = 5;
    for (int i = 0; i < ports; ++i) {
        if (listen(free_port())) return true;
    }
    std::cerr << "PostgreSQL did not start, see " << folder_ << "/log\n";
    return false;
}

bool PostgresServer::make_cluster() {
    // Made once for all test programs of this build, then copied: initdb takes seconds of a processor.
    const std::string made = HEADWAY_BINARY_DIR "/test-postgres";
    const std::string data = folder_ + "/data";
    const Locked locked(made + ".lock");
    if (fs::exists(made) && copy_folder(made, data)) return true;
    std::error_code ignored;
    fs::remove_all(data, ignored);
    if (!succeeded(spawn({binaries_ + "/initdb", "-D", data, "-U", "headway", "-A", "trust", "-E", "UTF8",
                          "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"},
                         folder_ + "/log")))
        return false;
    fs::remove_all(made + ".new", ignored);
    std::error_code failed;
    fs::copy(data, made + ".new", fs::copy_options::recursive, failed);
    if (!failed) fs::rename(made + ".new", made, failed);  // without it the next one makes its own
    return true;
}

bool PostgresServer::listen(int port) {
    port_ = port;
    const std::string log = folder_ + "/log";
    // The crash tests kill the program, never the server, so that what it syncs does not matter.
    process_ = spawn(
        {binaries_ + "/postgres", "-D", folder_ + "/data", "-p", std::to_string(port_), "-h", "127.0.0.1",
         "-k", folder_, "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"},
        log);
    for (int i = 0; i < 600; ++i) {
        if (waitpid(process_, nullptr, WNOHANG) != 0) {
            process_ = 0;  // somebody else took the port
            return false;
        }
        if (succeeded(
                spawn({binaries_ + "/pg_isready", "-q", "-h", folder_, "-p", std::to_string(port_)}, log)))
            return true;
        usleep(50'000);
    }
    return false;
}

PostgresServer::~PostgresServer() {
    if (process_ > 0) {
        kill(process_, SIGINT);  // fast shutdown
        waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

std::string PostgresServer::make_database() {
    const std::string base = "postgres://headway@127.0.0.1:" + std::to_string(port_) + "/";
    const std::string name = "test" + std::to_string(++databases_);
    if (!succeeded(spawn(
            {binaries_ + "/createdb", "-h", "127.0.0.1", "-p", std::to_string(port_), "-U", "headway", name},
            folder_ + "/log"))) {
        std::cerr << "createdb failed\n";
        std::abort();
    }
    return base + name;
}

}  // namespace headway::test
