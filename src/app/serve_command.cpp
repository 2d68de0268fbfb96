// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve_command.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

#include "app/backend.hpp"
#include "app/failure.hpp"
#include "app/own_ontology.hpp"
#include "app/signals.hpp"
#include "app/web_site.hpp"
#include "http/server.hpp"
#include "sql/sqlite_database.hpp"
#include "store/users.hpp"

namespace headway::app {
namespace {

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

Result<http::Settings> http_settings(const Configuration& c) {
    http::Settings out;
    if (auto listen = take_listen(c.listen, out); !listen) return pass_on(listen);
    out.io_threads = c.io_threads;
    out.pool_threads = c.pool_threads;
    out.connections = static_cast<std::size_t>(c.connections);
    out.connections_per_address = static_cast<std::size_t>(c.connections_per_address);
    out.slow_request = std::chrono::milliseconds(c.slow_request_ms);
    out.public_origin = c.public_origin;
    out.cors_origins = c.cors_origins;
    out.hosts = c.hosts;
    out.trusted_proxies = c.trusted_proxies;
    return out;
}

std::chrono::milliseconds time_left(std::chrono::steady_clock::time_point until) {
    const auto left = until - std::chrono::steady_clock::now();
    return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(left),
                    std::chrono::milliseconds(0));
}

void say_first_steps(const Backend& backend, Streams& streams) {
    const auto admins =
        backend.parts().database.read([](sql::Connection& c) { return store::count_admins(c); });
    if (admins && *admins == 0)
        streams.err
            << "There is no administrator yet. Make one with: headway user add you@example.org --admin\n";
}

}  // namespace

int run_serve(const SettingValues& settings, Streams& streams) {
    const Signals signals;
    const auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    auto http = http_settings(*configuration);
    if (!http) return report_failure(streams, http.error());
    const auto log = http::open_access_log(configuration->log);
    if (!log) return report_failure(streams, log.error());
    prefer_own_ontology(configuration->folder, streams);
    const auto knowledge = KnowledgeBase::open();
    if (!knowledge) return report_failure(streams, knowledge.error());
    auto backend = Backend::open(*configuration, **knowledge, system_now, *log);
    if (!backend) return report_failure(streams, backend.error());
    (*backend)->keep_house();
    sql::Database& database = (*backend)->parts().database;
    if (database.dialect() == sql::Dialect::sqlite)
        http->quick_on_io = [&database](const std::function<void()>& work) { database.share_reads(work); };
    const auto site = open_web_site(configuration->web);
    if (!site) return report_failure(streams, site.error());
    http::Observers observers;
    observers.log = *log;
    observers.metrics = (*backend)->metrics();
    http::Router router = (*backend)->make_router();
    if (*site) router.add((*site)->route());
    auto server = http::Server::start(*http, std::move(router), (*backend)->make_authenticate(), observers);
    if (!server) return report_failure(streams, server.error());
    const std::string address =
        http->address.find(':') == std::string::npos ? http->address : "[" + http->address + "]";
    streams.out << fmt::format("Headway listens on http://{}:{}\n", address, (*server)->port());
    streams.out.flush();
    say_first_steps(**backend, streams);
    signals.wait();
    streams.err << "Stopping: running work is finished or handed back.\n";
    // One time for requests and background work together.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(configuration->stop_seconds);
    (*backend)->take_no_more();
    (*server)->stop(time_left(until));
    (*backend)->stop_workers(time_left(until));
    return done;
}

int run_work(const SettingValues& settings, Streams& streams) {
    const Signals signals;
    auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    configuration->workers = std::max(configuration->workers, 1);
    const auto log = http::open_access_log(configuration->log);
    if (!log) return report_failure(streams, log.error());
    prefer_own_ontology(configuration->folder, streams);
    const auto knowledge = KnowledgeBase::open();
    if (!knowledge) return report_failure(streams, knowledge.error());
    auto backend = Backend::open(*configuration, **knowledge, system_now, *log);
    if (!backend) return report_failure(streams, backend.error());
    if (auto told = sql::tell_other_processes((*backend)->parts().database); !told)
        return report_failure(streams, told.error());
    (*backend)->keep_house();
    streams.out << fmt::format("Headway works on what servers queue, {} at once\n", configuration->workers);
    streams.out.flush();
    signals.wait();
    streams.err << "Stopping: running work is finished or handed back.\n";
    (*backend)->stop_workers(std::chrono::seconds(configuration->stop_seconds));
    return done;
}

}  // namespace headway::app
