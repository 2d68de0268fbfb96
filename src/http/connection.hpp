// SPDX-License-Identifier: GPL-3.0-or-later
// Included by connection.cpp, reply.cpp and server.cpp only: it costs seconds to compile.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>

#include "http/dispatch.hpp"
#include "http/doors.hpp"
#include "http/read_buffer.hpp"
#include "http/request_parser.hpp"
#include "http/work_pool.hpp"

namespace headway::http {

namespace asio = boost::asio;
using SteadyTime = std::chrono::steady_clock::time_point;

class Connection;

/// One thread and the connections that live on it; only that thread touches the rest.
struct IoLoop {
    std::unordered_set<Connection*> connections;
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> busy{context.get_executor()};
    asio::steady_timer ticker{context};
    std::string date;  ///< Of the Date field; new every second.
    std::int64_t date_second = 0;
    bool stopping = false;
    std::thread thread;
};

/// What all connections use.
struct Shared {
    Shared(Settings settings, Router router, Authenticate authenticate, Observers observers)
        : dispatch(std::move(settings), std::move(router), std::move(authenticate), std::move(observers)),
          doors(dispatch.settings()),
          pool(dispatch.settings().pool_threads, dispatch.settings().pool_queue) {}
    Dispatch dispatch;
    Doors doors;
    WorkPool pool;
};

/// A client: reads one request after the other and answers it. Everything runs on the loop's thread;
/// time-outs are found by the loop's tick, which costs nothing per request.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(asio::ip::tcp::socket socket, IoLoop& loop, Shared& shared, std::string peer,
               std::unique_ptr<Doors::Place> place);

    void start();
    /// Wakes what has waited too long, and streams whose heartbeat is due.
    void tick(SteadyTime now);
    /// The server ends: leave now when nothing is being done, else behind the reply.
    void drain();
    /// Leave now.
    void abort();

  private:
    template <class T>
    using Task = asio::awaitable<T>;
    enum class Read : std::uint8_t { complete, refused, gone };

    enum class Outcome : std::uint8_t { finished, late, busy, aborted };

    /// One request on its way, as this connection sees it.
    struct Turn {
        Dispatch::Plan plan;
        Method method = Method::get;
        std::string request_id;
        std::string user_id;
        Timestamp time;
        SteadyTime started;
        Response response;
    };
    /// What a thread of the pool works on. It may still do so when the client has long been told that it took
    /// too long; until it has finished, this connection reads nothing of it but the request.
    struct Work {
        const Dispatch* dispatch = nullptr;
        const Route* route = nullptr;
        Call call;
        bool admitted = false;
        std::optional<Response> response;
        bool finished = false;  ///< Only on the loop's thread.
        void admit();
        void handle();
    };
    using Step = void (Work::*)();

    Task<void> run();
    /// One request and its reply; false: the last one.
    Task<bool> serve_one();
    Task<Read> read_until(RequestParser::Stage stage);
    Task<bool> fill(std::size_t bytes);
    /// Whether the body of a request that is answered without it could be read away.
    Task<bool> skip_body();
    Task<Read> read_body(const Route& route);
    /// Fills turn.response; `work` has the request afterwards.
    Task<void> answer(Turn& turn, std::shared_ptr<Work>& work);
    /// Before a body that is large, or that the client holds back; true: go on and read it.
    Task<bool> admit_early(Turn& turn, std::shared_ptr<Work>& work);
    /// On the pool, or here.
    Task<Outcome> execute(std::shared_ptr<Work> work, Step step);
    /// A reply behind which nothing more is read.
    void refuse(Turn& turn, const Request& request, const Refusal& refusal);
    void refuse(Turn& turn, const Request& request, Outcome outcome);

    /// False: the connection ends.
    Task<bool> reply(Turn& turn, const Request& request);
    void count(const Turn& turn, std::uint64_t bytes);
    Task<bool> write(std::string_view head, std::string_view body);
    Task<bool> write_file(const OpenFile& file);
    Task<void> stream(std::shared_ptr<EventStream> events);
    Task<void> watch(std::shared_ptr<EventStream> events);
    Task<void> linger();

    void wait_at_most(std::chrono::milliseconds time);
    void wait_without_end();
    void signal();
    Task<void> signalled();
    [[nodiscard]] const Settings& settings() const { return shared_.dispatch.settings(); }

    asio::ip::tcp::socket socket_;
    IoLoop& loop_;
    Shared& shared_;
    std::string peer_;
    std::unique_ptr<Doors::Place> place_;
    RequestParser parser_;
    ReadBuffer buffer_;
    std::optional<Refusal> refusal_;  ///< Why reading ended.
    asio::steady_timer wake_;
    SteadyTime deadline_ = SteadyTime::max();
    SteadyTime next_beat_ = SteadyTime::max();
    std::shared_ptr<EventStream> events_;
    bool signalled_ = false;
    bool timed_out_ = false;
    bool aborted_ = false;
    bool idle_ = true;   ///< No byte of a request yet.
    bool first_ = true;  ///< No request answered yet.
    bool keep_ = false;  ///< Another request may follow.
};

}  // namespace headway::http
