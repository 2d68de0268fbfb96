// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve_command.hpp"

#include <charconv>
#include <csignal>
#include <fmt/format.h>
#include <pthread.h>

#include "api/input.hpp"
#include "app/backend.hpp"
#include "app/failure.hpp"
#include "base/id.hpp"
#include "http/server.hpp"
#include "sql/migrations.hpp"
#include "store/users.hpp"

namespace headway::app {
namespace {

constexpr std::chrono::seconds grace{10};

/// "127.0.0.1:8080" and "[::1]:8080".
Result<void> take_listen(const std::string& listen, http::Settings& out) {
    const std::size_t colon = listen.rfind(':');
    int port = -1;
    if (colon != std::string::npos) {
        const auto [end, error] =
            std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
        if (error != std::errc() || end != listen.data() + listen.size()) port = -1;
    }
    if (port < 0 || port > 65535)
        return fail(ErrorCode::invalid, "expected an address and a port such as 127.0.0.1:8080", "listen");
    out.address = listen.substr(0, colon);
    if (out.address.starts_with('[') && out.address.ends_with(']'))
        out.address = out.address.substr(1, out.address.size() - 2);
    out.port = static_cast<std::uint16_t>(port);
    return {};
}

/// Waits for SIGINT or SIGTERM, which no other thread may take.
class Signals {
  public:
    Signals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const {
        int which = 0;
        sigwait(&set_, &which);
    }

  private:
    sigset_t set_{};
};

Result<std::unique_ptr<sql::Database>> open_database(const std::map<std::string, std::string>& settings) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return std::unexpected(configuration.error());
    sql::Settings s;
    s.url = configuration->database;
    return sql::Database::open(s);
}

void say_first_steps(const Backend& backend, Streams& streams) {
    const auto admins =
        backend.parts().database.read([](sql::Connection& c) { return store::count_admins(c); });
    if (admins && *admins == 0)
        streams.err
            << "There is no administrator yet. Make one with: headway user add you@example.org --admin\n";
}

}  // namespace

int run_serve(const std::map<std::string, std::string>& settings, Streams& streams) {
    const Signals signals;
    const auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    http::Settings http;
    if (auto listen = take_listen(configuration->listen, http); !listen)
        return report_failure(streams, listen.error());
    http.io_threads = configuration->io_threads;
    http.pool_threads = configuration->pool_threads;
    http.public_origin = configuration->public_origin;
    http.cors_origins = configuration->cors_origins;
    const auto knowledge = KnowledgeBase::open();
    if (!knowledge) return report_failure(streams, knowledge.error());
    auto backend = Backend::open(*configuration, **knowledge);
    if (!backend) return report_failure(streams, backend.error());
    auto log = http::open_access_log(configuration->log);
    if (!log) return report_failure(streams, log.error());
    http::Observers observers;
    observers.log = *log;
    observers.metrics = (*backend)->metrics();
    auto server =
        http::Server::start(http, (*backend)->make_router(), (*backend)->make_authenticate(), observers);
    if (!server) return report_failure(streams, server.error());
    const std::string address =
        http.address.find(':') == std::string::npos ? http.address : "[" + http.address + "]";
    streams.out << fmt::format("Headway listens on http://{}:{}\n", address, (*server)->port());
    streams.out.flush();
    say_first_steps(**backend, streams);
    signals.wait();
    streams.err << "Stopping: running work is finished or handed back.\n";
    (*server)->stop(grace);
    (*backend)->stop_workers(grace);
    return done;
}

int run_migrate(const std::map<std::string, std::string>& settings, Streams& streams) {
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    const auto applied = sql::migrate(**database, sql::shipped_migrations());
    if (!applied) return report_failure(streams, applied.error());
    streams.out << fmt::format("{} migrations applied, {} in all.\n", *applied,
                               sql::shipped_migrations().size());
    return done;
}

int run_backup(const std::map<std::string, std::string>& settings, const std::string& path,
               Streams& streams) {
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    if (auto copied = (*database)->copy_to(path); !copied) return report_failure(streams, copied.error());
    streams.out << "Copied to " << path << ".\n";
    return done;
}

int run_user_add(const std::map<std::string, std::string>& settings, const UserOptions& options,
                 Streams& streams) {
    const auto email = api::check_email("EMAIL", options.email);
    if (!email) return report_failure(streams, email.error());
    std::string password;
    std::getline(streams.in, password);
    const bool made = password.empty();
    if (made) password = make_secret(15);
    if (auto strong = api::Passwords::check_strength(password); !strong)
        return report_failure(streams, strong.error());
    const auto database = open_database(settings);
    if (!database) return report_failure(streams, database.error());
    if (auto migrated = sql::migrate(**database, sql::shipped_migrations()); !migrated)
        return report_failure(streams, migrated.error());
    auto hash = api::Passwords().hash(password);
    if (!hash) return report_failure(streams, hash.error());
    store::User user;
    user.id = make_uuid();
    user.email = *email;
    user.name = options.name;
    user.password_hash = std::move(*hash);
    user.role = options.admin ? "admin" : "user";
    user.created_at = user.updated_at = system_now();
    auto added = (*database)->write([&](sql::Connection& c) { return store::add_user(c, user); });
    if (!added) {
        if (added.error().code == ErrorCode::conflict)
            added.error().what = "this address has an account already";
        return report_failure(streams, added.error());
    }
    streams.out << fmt::format("Made the account {}{}.\n", *email, options.admin ? ", an administrator" : "");
    if (made) streams.out << "Its password is " << password << "\n";
    return done;
}

}  // namespace headway::app
