// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http/problem.hpp"

namespace headway::http {
namespace {

using boost::system::error_code;
using Stage = RequestParser::Stage;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t header_read = 4096;
constexpr std::size_t body_read = 64 * 1024;
/// Above it a caller is admitted before the body is read, and a body nobody wants is not read at all.
constexpr std::size_t small_body = 64 * 1024;
constexpr std::size_t bytes_per_second = 16 * 1024;  ///< The slowest client that is waited for.

std::chrono::milliseconds allowance(std::chrono::milliseconds base, std::uint64_t bytes) {
    return base +
           std::chrono::milliseconds(std::min<std::uint64_t>(bytes, 1ULL << 40U) * 1000 / bytes_per_second);
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, IoLoop& loop, Shared& shared, std::string peer,
                       std::unique_ptr<Doors::Place> place)
    : socket_(std::move(socket)),
      loop_(loop),
      shared_(shared),
      peer_(std::move(peer)),
      place_(std::move(place)),
      parser_({settings().header_bytes, settings().target_bytes}),
      wake_(loop.context) {}

void Connection::start() {
    if (loop_.stopping) return;
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    asio::co_spawn(loop_.context, [self = shared_from_this()] { return self->run(); }, asio::detached);
}

asio::awaitable<void> Connection::run() {
    loop_.connections.insert(this);
    while (co_await serve_one()) {
        first_ = false;
    }
    if (!aborted_ && !timed_out_) co_await linger();
    error_code ignored;
    socket_.close(ignored);
    loop_.connections.erase(this);
    place_.reset();
}

void Connection::tick(SteadyTime now) {
    if (now >= deadline_) {
        deadline_ = SteadyTime::max();
        timed_out_ = true;
        error_code ignored;
        socket_.cancel(ignored);
        signal();
    }
    if (now >= next_beat_) signal();
}

void Connection::drain() {
    keep_ = false;
    if (events_) events_->close();
    if (idle_) abort();
}

void Connection::abort() {
    aborted_ = true;
    if (events_) events_->close();
    error_code ignored;
    socket_.close(ignored);
    signal();
}

void Connection::wait_at_most(std::chrono::milliseconds time) {
    timed_out_ = false;
    deadline_ = std::chrono::steady_clock::now() + time;
}

void Connection::wait_without_end() {
    deadline_ = SteadyTime::max();
}

void Connection::signal() {
    signalled_ = true;
    wake_.cancel();
}

asio::awaitable<void> Connection::signalled() {
    while (!signalled_) {
        wake_.expires_at(SteadyTime::max());
        co_await wake_.async_wait(as_result);
    }
    signalled_ = false;
}

asio::awaitable<bool> Connection::fill(std::size_t bytes) {
    const auto room = buffer_.room(bytes);
    const auto [e, got] = co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), as_result);
    if (e || aborted_ || timed_out_) co_return false;
    buffer_.filled(got);
    co_return true;
}

asio::awaitable<Connection::Read> Connection::read_until(Stage stage) {
    for (;;) {
        if (!buffer_.unread().empty()) {
            if (idle_) {
                idle_ = false;
                wait_at_most(settings().header_timeout);
            }
            const auto used = parser_.feed(buffer_.unread());
            if (!used) {
                refusal_ = used.error();
                co_return Read::refused;
            }
            buffer_.use(*used);
            if (parser_.stage() >= stage) co_return Read::complete;
        }
        const bool in_body = parser_.stage() == Stage::body;
        if (co_await fill(in_body ? body_read : header_read)) continue;
        if (!timed_out_ || idle_) co_return Read::gone;
        refusal_.emplace(408, Error{ErrorCode::invalid, "the request did not arrive in time", {}, {}});
        co_return Read::refused;
    }
}

asio::awaitable<bool> Connection::serve_one() {
    parser_.reset();
    buffer_.shrink(2 * header_read);
    idle_ = true;
    wait_at_most(first_ ? settings().header_timeout : settings().idle_timeout);
    const Read header = co_await read_until(Stage::body);
    if (header == Read::gone) co_return false;
    wait_without_end();
    keep_ = header == Read::complete && parser_.keep_alive() && !loop_.stopping;

    Turn turn;
    turn.started = std::chrono::steady_clock::now();
    turn.time = shared_.dispatch.observers().clock();
    Request& request = parser_.request();
    request.peer = peer_;
    turn.method = request.method;
    turn.request_id = shared_.dispatch.identify(request);
    turn.plan.index = shared_.dispatch.router().routes().size();
    auto work = std::make_shared<Work>();
    if (header == Read::refused) {
        refuse(turn, request, *refusal_);
        work->call.request = std::move(request);
    } else {
        turn.plan = shared_.dispatch.plan(request, turn.request_id);
        if (turn.plan.early) {
            if (!co_await skip_body()) keep_ = false;
            turn.response = std::move(*turn.plan.early);
            work->call.request = std::move(request);
        } else {
            co_await answer(turn, work);
        }
    }
    if (aborted_) co_return false;
    co_return co_await reply(turn, work->call.request);
}

asio::awaitable<bool> Connection::skip_body() {
    if (parser_.stage() == Stage::done) co_return true;
    const bool announced = parser_.content_length().value_or(small_body + 1) <= small_body;
    if (!announced || parser_.expects_continue()) co_return false;
    parser_.allow_body(small_body);
    wait_at_most(settings().body_timeout);
    const Read read = co_await read_until(Stage::done);
    wait_without_end();
    timed_out_ = false;
    co_return read == Read::complete;
}

asio::awaitable<Connection::Read> Connection::read_body(const Route& route) {
    parser_.allow_body(route.body_limit);
    if (parser_.expects_continue() && buffer_.unread().empty()) {
        if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return Read::gone;
    }
    wait_at_most(allowance(settings().body_timeout, parser_.content_length().value_or(route.body_limit)));
    const Read read = co_await read_until(Stage::done);
    wait_without_end();
    co_return read;
}

asio::awaitable<void> Connection::answer(Turn& turn, std::shared_ptr<Work>& work) {
    const Route& route = *turn.plan.route;
    work->dispatch = &shared_.dispatch;
    work->route = &route;
    Caller caller;
    caller.request_id = turn.request_id;
    caller.deadline = turn.time + shared_.dispatch.time_limit(route);
    if (parser_.stage() != Stage::done) {
        Read read = Read::refused;
        if (parser_.content_length().value_or(0) > route.body_limit) {
            refusal_ = Error{ErrorCode::too_large, "the body is too large", {}, {}};
        } else {
            work->call.caller = caller;
            if (!co_await admit_early(turn, work)) co_return;
            if (work->admitted) caller = std::move(work->call.caller);
            read = co_await read_body(route);
        }
        if (read == Read::gone) aborted_ = true;  // nobody is left to answer
        if (read == Read::refused) refuse(turn, parser_.request(), *refusal_);
        if (read != Read::complete) {
            work->call.request = std::move(parser_.request());
            co_return;
        }
    }
    work->finished = false;
    work->call = Call(std::move(parser_.request()), std::move(caller), std::move(turn.plan.path_values),
                      std::move(turn.plan.query));
    const Outcome outcome = co_await execute(work, &Work::handle);
    if (outcome != Outcome::finished) co_return refuse(turn, work->call.request, outcome);
    turn.user_id = work->call.caller.user_id;
    turn.response = std::move(*work->response);
    if (work->call.caller.afterwards) {
        // When the pool is full it is left out: whoever comes next brings it again.
        (void)shared_.pool.submit([&dispatch = shared_.dispatch,
                                   later = std::move(work->call.caller.afterwards),
                                   id = turn.request_id] { dispatch.run_afterwards(later, id); });
    }
}

asio::awaitable<bool> Connection::admit_early(Turn& turn, std::shared_ptr<Work>& work) {
    const bool small = parser_.content_length().value_or(small_body + 1) <= small_body;
    if (work->route->access == Access::public_ || (small && !parser_.expects_continue())) co_return true;
    work->call.request = parser_.request();  // no body yet
    const Outcome outcome = co_await execute(work, &Work::admit);
    if (outcome == Outcome::finished && work->admitted) co_return true;
    keep_ = false;
    if (outcome == Outcome::finished) {
        turn.response = std::move(*work->response);
    } else {
        refuse(turn, work->call.request, outcome);
    }
    co_return false;
}

void Connection::Work::admit() {
    auto known = dispatch->admit(call.request, *route);
    if (!known) {
        response = dispatch->refused(known.error(), call.request, call.caller.request_id, route);
        return;
    }
    known->request_id = std::move(call.caller.request_id);
    known->deadline = call.caller.deadline;
    call.caller = std::move(*known);
    admitted = true;
}

void Connection::Work::handle() {
    if (!admitted) admit();
    if (admitted) response = dispatch->run(*route, call);
}

asio::awaitable<Connection::Outcome> Connection::execute(std::shared_ptr<Work> work, Step step) {
    // Who a bearer is may have to be asked elsewhere.
    const bool quick =
        work->route->quick && settings().quick_on_io && !work->call.request.header("Authorization");
    if (!work->route->on_pool) {
        (*work.*step)();
        co_return Outcome::finished;
    }
    if (quick) {
        settings().quick_on_io([&] { (*work.*step)(); });
        co_return Outcome::finished;
    }
    const bool queued = shared_.pool.submit([&loop = loop_, work, step, weak = weak_from_this()] {
        (*work.*step)();
        asio::post(loop.context, [work, weak] {
            work->finished = true;
            if (const auto self = weak.lock()) self->signal();
        });
    });
    if (!queued) co_return Outcome::busy;
    wait_at_most(shared_.dispatch.time_limit(*work->route));
    while (!work->finished && !timed_out_ && !aborted_) co_await signalled();
    wait_without_end();
    timed_out_ = false;
    if (aborted_) co_return Outcome::aborted;
    co_return work->finished ? Outcome::finished : Outcome::late;
}

void Connection::refuse(Turn& turn, const Request& request, const Refusal& refusal) {
    keep_ = false;
    timed_out_ = false;
    turn.response = shared_.dispatch.refused(refusal, request, turn.request_id, turn.plan.route);
}

void Connection::refuse(Turn& turn, const Request& request, Outcome outcome) {
    Error error{ErrorCode::unavailable, "the server is busy", {}, "try again in a moment"};
    if (outcome == Outcome::late) error.what = "the answer took too long";
    refuse(turn, request,
           outcome == Outcome::late ? Refusal(504, std::move(error)) : Refusal(std::move(error)));
}

}  // namespace headway::http
