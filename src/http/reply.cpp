// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of a connection: replies, files, streams of events.
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <sys/sendfile.h>

#include "http/connection.hpp"
#include "http/response_head.hpp"

namespace headway::http {
namespace {

using asio::ip::tcp;
using boost::system::error_code;
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t bytes_per_second = 16 * 1024;  ///< The slowest client that is waited for.
constexpr std::chrono::milliseconds linger_time{2000};
constexpr std::chrono::milliseconds linger_time_at_the_end{100};
constexpr std::size_t linger_bytes = 4 << 20;

std::chrono::milliseconds allowance(std::chrono::milliseconds base, std::uint64_t bytes) {
    return base + std::chrono::milliseconds(bytes / (bytes_per_second / 1000));
}

/// Behind its end the producer wakes nobody any more, and knows that the client has gone.
class Attachment {
  public:
    Attachment(std::shared_ptr<EventStream>& slot, std::shared_ptr<EventStream> events,
               std::function<void()> wake)
        : slot_(slot), events_(std::move(events)) {
        slot_ = events_;
        events_->attach(std::move(wake));
    }
    Attachment(const Attachment&) = delete;
    Attachment& operator=(const Attachment&) = delete;
    ~Attachment() {
        slot_.reset();
        events_->attach(nullptr);
        events_->close();
    }

  private:
    std::shared_ptr<EventStream>& slot_;
    std::shared_ptr<EventStream> events_;
};

}  // namespace

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    wait_at_most(allowance(settings().write_timeout, head.size() + body.size()));
    while (!head.empty() || !body.empty()) {
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head.data(), head.size()),
                                                      asio::buffer(body.data(), body.size())};
        error_code e;
        std::size_t sent = socket_.write_some(parts, e);  // most replies fit at once: no wait, no second wake
        if (e == asio::error::would_block) {
            std::tie(e) = co_await socket_.async_wait(tcp::socket::wait_write, as_result);
            if (timed_out_) co_return false;
            sent = 0;
        }
        if (e || aborted_) co_return false;
        const std::size_t of_head = std::min(sent, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(sent - of_head);
    }
    wait_without_end();
    co_return true;
}

asio::awaitable<bool> Connection::write_file(const OpenFile& file) {
    wait_at_most(allowance(settings().write_timeout, file.size()));
    off_t offset = 0;
    while (static_cast<std::uint64_t>(offset) < file.size()) {
        const auto left = static_cast<std::size_t>(file.size() - static_cast<std::uint64_t>(offset));
        const auto sent = ::sendfile(socket_.native_handle(), file.descriptor(), &offset,
                                     std::min<std::size_t>(left, 256 * 1024));
        if (sent == 0) co_return false;  // it became shorter: the client has to see that something is missing
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0 && errno != EAGAIN) co_return false;
        const auto [e] = co_await socket_.async_wait(tcp::socket::wait_write, as_result);
        if (e || timed_out_ || aborted_) co_return false;
    }
    wait_without_end();
    co_return true;
}

asio::awaitable<bool> Connection::reply(Turn& turn, const Request& request) {
    Response& response = turn.response;
    shared_.dispatch.complete(request, response);
    auto* events = std::get_if<std::shared_ptr<EventStream>>(&response.body);
    auto* file = std::get_if<std::shared_ptr<const OpenFile>>(&response.body);
    const std::string_view text = response.text();
    std::optional<std::uint64_t> length = text.size();
    if (file != nullptr) length = (*file)->size();
    if (events != nullptr) length.reset();
    if (events != nullptr || loop_.stopping) keep_ = false;
    const bool https = settings().public_origin.starts_with("https://");
    const std::string head =
        head_of(response, turn.request_id, loop_.date, length, keep_ ? Persistence::keep : Persistence::close,
                https ? Scheme::https : Scheme::http);
    const bool bare = turn.method == Method::head || response.status == 204 || response.status == 304;
    bool sent = co_await write(head, bare ? std::string_view() : text);
    if (sent && file != nullptr && !bare) sent = co_await write_file(**file);
    if (sent && events != nullptr && !bare) co_await stream(*events);
    if (bare && events != nullptr) (*events)->close();
    count(turn, bare ? 0 : length.value_or(0));
    co_return sent&& keep_ && !aborted_;
}

void Connection::count(const Turn& turn, std::uint64_t bytes) {
    AccessEntry entry;
    entry.time = turn.time;
    entry.request_id = turn.request_id;
    entry.method = to_string(turn.method);
    entry.route = turn.plan.route == nullptr ? "-" : std::string_view(turn.plan.route->pattern);
    entry.status = turn.response.status;
    entry.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                       turn.started);
    entry.bytes = bytes;
    entry.user_id = turn.user_id;
    const bool streams = turn.plan.route != nullptr && turn.plan.route->streams;
    entry.slow = !streams && entry.took >= settings().slow_request;
    shared_.dispatch.count(turn.plan, entry);
}

asio::awaitable<void> Connection::stream(std::shared_ptr<EventStream> events) {
    buffer_.shrink(0);
    auto self = shared_from_this();
    const Attachment attachment(events_, events, [weak = weak_from_this(), &loop = loop_] {
        asio::post(loop.context, [weak] {
            if (const auto connection = weak.lock()) connection->signal();
        });
    });
    if (loop_.stopping) events->close();
    asio::co_spawn(loop_.context, [self, events] { return self->watch(events); }, asio::detached);
    for (;;) {
        EventStream::Batch batch = events->take();
        const auto now = std::chrono::steady_clock::now();
        if (batch.bytes.empty() && now >= next_beat_) batch.bytes = ":\n\n";
        if (!batch.bytes.empty() && !co_await write(batch.bytes, {})) break;
        if (batch.closed || aborted_) break;
        if (!batch.bytes.empty() || next_beat_ == SteadyTime::max()) next_beat_ = now + settings().heartbeat;
        co_await signalled();
    }
    next_beat_ = SteadyTime::max();
}

/// Notices that the client has gone; what it may send is of no interest.
asio::awaitable<void> Connection::watch(std::shared_ptr<EventStream> events) {
    std::array<char, 512> bytes{};
    for (;;) {
        const auto [e, got] = co_await socket_.async_read_some(asio::buffer(bytes), as_result);
        if (e) break;
    }
    events->close();
}

/// Closing with unread bytes makes the system throw away the reply that the client has not read yet: so the
/// end is announced, and what still comes is read away for a moment.
asio::awaitable<void> Connection::linger() {
    if (parser_.stage() == RequestParser::Stage::header && idle_) co_return;
    idle_ = true;  // nothing is being done any more: the server's end need not wait
    error_code e;
    socket_.shutdown(tcp::socket::shutdown_send, e);
    if (e) co_return;
    wait_at_most(loop_.stopping ? linger_time_at_the_end : linger_time);
    for (std::size_t total = 0; total < linger_bytes;) {
        buffer_.use(buffer_.unread().size());
        if (!co_await fill(16 * 1024)) co_return;
        total += buffer_.unread().size();
    }
}

}  // namespace headway::http
