// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <pwd.h>
#include <signal.h>
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
    const std::string log = folder_ + "/log";
    const std::string data = folder_ + "/data";
    if (!succeeded(spawn({binaries_ + "/initdb", "-D", data, "-U", "headway", "-A", "trust", "-E", "UTF8",
                          "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"},
                         log))) {
        std::cerr << "initdb failed, see " << log << "\n";
        return false;
    }
    port_ = free_port();
    // The crash tests kill the program, never the server, so that what it syncs does not matter.
    process_ =
        spawn({binaries_ + "/postgres", "-D", data, "-p", std::to_string(port_), "-h", "127.0.0.1", "-k",
               folder_, "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"},
              log);
    for (int i = 0; i < 200; ++i) {
        if (succeeded(spawn({binaries_ + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", std::to_string(port_)},
                            log)))
            return true;
        usleep(50'000);
    }
    std::cerr << "PostgreSQL did not start, see " << log << "\n";
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
