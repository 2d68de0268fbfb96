// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <future>

#include "http/connection.hpp"
#include "http/response_head.hpp"

namespace headway::http {
namespace {

using asio::ip::tcp;
using boost::system::error_code;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view full =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// How often time-outs are looked at: often enough for the shortest of them.
std::chrono::milliseconds tick_of(const Settings& s) {
    const auto shortest = std::min(
        {s.header_timeout, s.body_timeout, s.idle_timeout, s.write_timeout, s.handler_timeout, s.heartbeat});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

std::optional<Error> fault_of(const Settings& s) {
    const auto wrong = [](std::string what) { return Error{ErrorCode::invalid, std::move(what), {}, {}}; };
    if (s.io_threads < 1 || s.io_threads > 64) return wrong("io_threads has to be from 1 to 64");
    if (s.pool_threads < 1 || s.pool_threads > 1024) return wrong("pool_threads has to be from 1 to 1024");
    if (s.header_bytes < 1024 || s.header_bytes > (1 << 20))
        return wrong("header_bytes has to be 1 KiB to 1 MiB");
    if (s.target_bytes < 256 || s.target_bytes > s.header_bytes) return wrong("target_bytes is out of range");
    if (s.connections < 1 || s.connections_per_address < 1) return wrong("a limit of connections is zero");
    const bool origin = s.public_origin.empty() || s.public_origin.starts_with("http://") ||
                        s.public_origin.starts_with("https://");
    if (!origin) return wrong("public_origin has to begin with http:// or https://");
    return std::nullopt;
}

}  // namespace

class Server::Core {
  public:
    Core(Settings settings, Router router, Authenticate authenticate, Observers observers)
        : shared_(std::move(settings), std::move(router), std::move(authenticate), std::move(observers)) {
        if (Metrics* metrics = shared_.dispatch.observers().metrics.get()) {
            connections_ = &metrics->gauge("headway_http_connections", "Open connections");
            waiting_ = &metrics->gauge("headway_http_waiting_calls", "Calls that wait for a thread");
            turned_away_ =
                &metrics->counter("headway_http_turned_away_total", "Connections above the limits");
        }
    }

    Result<void> listen() {
        const Settings& settings = shared_.dispatch.settings();
        error_code e;
        const auto address = asio::ip::make_address(settings.address, e);
        if (e) return fail(ErrorCode::invalid, "this is no IP address", settings.address);
        const tcp::endpoint endpoint(address, settings.port);
        acceptor_.open(endpoint.protocol(), e);
        if (!e) acceptor_.set_option(tcp::acceptor::reuse_address(true), e);
        if (!e) acceptor_.bind(endpoint, e);
        if (!e) acceptor_.listen(1024, e);
        if (!e) port_ = acceptor_.local_endpoint(e).port();
        if (e) {
            return fail(ErrorCode::unavailable, "cannot listen: " + e.message(),
                        fmt::format("{}:{}", settings.address, settings.port), "choose another port");
        }
        asio::co_spawn(loops_[0]->context, [this] { return accept(); }, asio::detached);
        for (auto& loop : loops_) {
            set_date(*loop);
            tick(*loop);
            loop->thread = std::thread([&context = loop->context] { context.run(); });
        }
        return {};
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    void stop(std::chrono::milliseconds grace) {
        const auto until = std::chrono::steady_clock::now() + grace;
        if (stopped_) return;
        stopped_ = true;
        // Whoever sees a connection end must not find the door open any more.
        std::promise<void> closed;
        asio::post(loops_[0]->context, [this, &closed] {
            error_code ignored;
            acceptor_.close(ignored);
            closed.set_value();
        });
        closed.get_future().wait();
        on_all([](Connection& connection) { connection.drain(); });
        (void)shared_.doors.wait_empty(until);
        // What is cut must not be done afterwards.
        shared_.pool.close();
        on_all([](Connection& connection) { connection.abort(); });
        shared_.pool.stop();
        // Their coroutines end as soon as their thread runs them.
        (void)shared_.doors.wait_empty(std::chrono::steady_clock::now() + std::chrono::seconds(5));
        for (auto& loop : loops_) {
            loop->busy.reset();
            loop->context.stop();
            if (loop->thread.joinable()) loop->thread.join();
        }
    }

  private:
    void on_all(void (*act)(Connection&)) {
        for (auto& loop : loops_) {
            asio::post(loop->context, [act, &here = *loop] {
                here.stopping = true;
                const std::vector<Connection*> all(here.connections.begin(), here.connections.end());
                for (Connection* connection : all) act(*connection);
            });
        }
    }

    asio::awaitable<void> accept() {
        std::size_t next = 0;
        while (acceptor_.is_open()) {
            IoLoop& loop = *loops_[next++ % loops_.size()];
            auto [e, socket] = co_await acceptor_.async_accept(loop.context, as_result);
            if (!acceptor_.is_open()) break;
            if (e) {  // out of descriptors, most likely: let some be given back
                asio::steady_timer pause(loops_[0]->context, std::chrono::milliseconds(50));
                co_await pause.async_wait(as_result);
                continue;
            }
            take(std::move(socket), loop);
        }
    }

    void take(tcp::socket socket, IoLoop& loop) {
        error_code e;
        const auto endpoint = socket.remote_endpoint(e);
        if (e) return;
        auto address = endpoint.address();
        if (address.is_v6() && address.to_v6().is_v4_mapped()) {
            address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
        }
        std::string peer = address.to_string();
        auto place = shared_.doors.enter(peer);
        if (!place) {
            if (turned_away_ != nullptr) turned_away_->add();
            socket.non_blocking(true, e);
            (void)socket.write_some(asio::buffer(full), e);
            socket.shutdown(tcp::socket::shutdown_both, e);
            return;
        }
        auto connection =
            std::make_shared<Connection>(std::move(socket), loop, shared_, std::move(peer), std::move(place));
        asio::post(loop.context, [connection = std::move(connection)] { connection->start(); });
    }

    void tick(IoLoop& loop) {
        loop.ticker.expires_after(tick_of(shared_.dispatch.settings()));
        loop.ticker.async_wait([this, &loop](const error_code& e) {
            if (e) return;
            const auto now = std::chrono::steady_clock::now();
            for (Connection* connection : loop.connections) connection->tick(now);
            const bool new_second = set_date(loop);
            if (&loop == loops_[0].get()) {
                if (connections_ != nullptr) {
                    connections_->set(static_cast<std::int64_t>(shared_.doors.inside()));
                    waiting_->set(static_cast<std::int64_t>(shared_.pool.waiting()));
                }
                if (const auto& log = shared_.dispatch.observers().log; log && new_second) log->flush();
            }
            tick(loop);
        });
    }

    static bool set_date(IoLoop& loop) {
        const std::int64_t second = system_now().micros / 1'000'000;
        if (second == loop.date_second) return false;
        loop.date_second = second;
        loop.date = http_date(second);
        return true;
    }

    Shared shared_;  // outlives the connections in the loops
    static std::vector<std::unique_ptr<IoLoop>> make_loops(int count) {
        std::vector<std::unique_ptr<IoLoop>> out;
        for (int i = 0; i < count; ++i) out.push_back(std::make_unique<IoLoop>());
        return out;
    }
    std::vector<std::unique_ptr<IoLoop>> loops_ = make_loops(shared_.dispatch.settings().io_threads);
    tcp::acceptor acceptor_{[this]() -> asio::io_context& { return loops_[0]->context; }()};
    std::uint16_t port_ = 0;
    bool stopped_ = false;
    Gauge* connections_ = nullptr;
    Gauge* waiting_ = nullptr;
    Counter* turned_away_ = nullptr;
};

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}

Server::~Server() {
    core_->stop(std::chrono::milliseconds(0));
}

Result<std::unique_ptr<Server>> Server::start(Settings settings, Router router, Authenticate authenticate,
                                              Observers observers) {
    if (router.fault()) return std::unexpected(*router.fault());
    if (auto fault = fault_of(settings)) return std::unexpected(std::move(*fault));
    auto core = std::make_unique<Core>(std::move(settings), std::move(router), std::move(authenticate),
                                       std::move(observers));
    if (auto ok = core->listen(); !ok) return pass_on(ok);
    return std::unique_ptr<Server>(new Server(std::move(core)));
}

std::uint16_t Server::port() const {
    return core_->port();
}

void Server::stop(std::chrono::milliseconds grace) {
    core_->stop(grace);
}

}  // namespace headway::http
