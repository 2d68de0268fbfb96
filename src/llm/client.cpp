// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/client.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

#include "llm/event_parser.hpp"
#include "llm/reply.hpp"
#include "llm/request_body.hpp"
#include "net/retry_after.hpp"

namespace headway::llm {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

constexpr std::size_t most_body_bytes = std::size_t{16} << 20U;
constexpr milliseconds longest_check{5'000};
constexpr std::size_t kept_unstreamed = std::size_t{1} << 20U;

net::Settings net_settings(const Settings& s, bool allow_private) {
    net::Settings out;
    out.allow_private_addresses = allow_private;
    out.user_agent = s.user_agent;
    out.body_bytes = most_body_bytes;
    out.connect = s.connect;
    out.first_byte = s.first_byte;
    out.idle = s.idle;
    out.total = s.total;
    out.resolve = s.resolve;
    return out;
}

net::Request request_to(const Endpoint& e, std::string_view path, std::string body) {
    std::string url = e.base_url;
    while (url.ends_with('/')) url.pop_back();
    net::Request out{url.append(path), std::move(body), {}};
    if (!e.key.empty()) out.headers.emplace_back("Authorization", "Bearer " + e.key);
    return out;
}

bool is_passing(int status) {
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

void redact(std::string& text, const std::string& key) {
    if (key.empty()) return;
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key))
        text.replace(at, key.size(), "…");
}

/// What a refusal means for whoever asked.
std::unexpected<Error> refusal(const Endpoint& e, const net::Response& r) {
    std::string said = read_complaint(r.body);
    redact(said, e.key);
    if (!said.empty()) said = ": " + said;
    const std::string host = host_of(e);
    if (r.status == 401 || r.status == 403)
        return fail(ErrorCode::unauthenticated, "the model's server does not take the key", host,
                    "Check the key");
    if (r.status == 404)
        return fail(ErrorCode::not_found, "the model's server does not know this address or model" + said,
                    host, "Check the address and the name of the model");
    if (r.status == 429)
        return fail(ErrorCode::rate_limited, "the model's server asks for patience" + said, host,
                    "Try again later");
    if (r.status >= 500)
        return fail(ErrorCode::unavailable, fmt::format("the model's server fails with {}{}", r.status, said),
                    host, "Try again later");
    return fail(ErrorCode::invalid, fmt::format("the model's server refuses with {}{}", r.status, said),
                host);
}

Result<void> pause(milliseconds time, const net::GoOn& go_on) {
    const auto until = Steady::now() + time;
    while (Steady::now() < until) {
        if (go_on && !go_on()) return net::stopped();
        std::this_thread::sleep_for(std::min<Steady::duration>(milliseconds(50), until - Steady::now()));
    }
    return {};
}

/// Gathers a stream: what came of the answer, and what went wrong with it.
class Stream {
  public:
    Stream(const OnText& on_text, std::size_t most)
        : on_text_(on_text), most_(most), parser_([this](std::string_view data) { return take(data); }) {}

    bool feed(std::string_view bytes) {
        if (events_ == 0 && whole_.size() + bytes.size() <= kept_unstreamed) whole_ += bytes;
        const auto wanted = parser_.feed(bytes);
        if (!wanted) error_ = wanted.error();
        return wanted && *wanted;
    }

    /// After the last byte. A server that does not stream sends its answer whole.
    Result<ChatAnswer> finish() {
        if (!error_ && !ended_) {
            if (auto last = parser_.finish(); !last) error_ = last.error();
        }
        if (error_) return std::unexpected(*error_);
        if (events_ == 0) {
            auto answer = read_answer(whole_);
            if (answer && !answer->text.empty()) (void)on_text_(answer->text);
            return answer;
        }
        if (!ended_ && answer_.finish.empty())
            return fail(ErrorCode::unavailable, "the model's server broke off in the middle of its answer",
                        {}, "Try again");
        if (answer_.finish.empty()) answer_.finish = "stop";
        return answer_;
    }

    /// Whether its last word came, or a wrong one: what happens to the connection then is of no interest.
    [[nodiscard]] bool is_over() const { return ended_ || error_ || !answer_.finish.empty(); }
    [[nodiscard]] bool has_text() const { return !answer_.text.empty(); }

  private:
    bool take(std::string_view data) {
        ++events_;
        if (data == "[DONE]") {
            ended_ = true;
            return false;
        }
        auto piece = read_piece(data);
        if (!piece) {
            error_ = std::move(piece.error());
            return false;
        }
        if (piece->finish) answer_.finish = *piece->finish;
        if (piece->usage) answer_.usage = *piece->usage;
        if (piece->text.empty()) return true;
        if (answer_.text.size() + piece->text.size() > most_) {
            answer_.finish = "length";
            ended_ = true;
            return false;
        }
        answer_.text += piece->text;
        return on_text_(piece->text);
    }

    const OnText& on_text_;
    std::size_t most_;
    EventParser parser_;
    ChatAnswer answer_;
    std::string whole_;
    std::size_t events_ = 0;
    bool ended_ = false;
    std::optional<Error> error_;
};

}  // namespace

Client::Client(Settings settings)
    : settings_(std::move(settings)),
      anywhere_(net_settings(settings_, true)),
      open_only_(net_settings(settings_, settings_.people_may_ask_here)) {}

const net::Client& Client::way_to(const Endpoint& endpoint) const {
    return endpoint.trust == Trust::administrator ? anywhere_ : open_only_;
}

Result<net::Response> Client::send(const Endpoint& endpoint, const Make& make, const net::GoOn& go_on,
                                   const MayRetry& may_retry) const {
    milliseconds backoff = settings_.first_backoff;
    for (int attempt = 0;; ++attempt, backoff *= 2) {
        auto response = way_to(endpoint).send(make(), go_on);
        const bool last = attempt == settings_.retries || !may_retry() || (go_on && !go_on());
        if (last || (response && !is_passing(response->status)) ||
            (!response && response.error().code != ErrorCode::unavailable))
            return response;
        const milliseconds wait =
            std::max(backoff, response ? net::retry_after(*response).value_or(backoff) : backoff);
        if (wait > settings_.longest_wait) return response;
        if (auto waited = pause(wait, go_on); !waited) return pass_on(waited);
    }
}

Result<net::Response> Client::send(const Endpoint& endpoint, const net::Request& request,
                                   const net::GoOn& go_on) const {
    return send(endpoint, [&] { return request; }, go_on, [] { return true; });
}

Result<ChatAnswer> Client::chat(const Endpoint& endpoint, const ChatRequest& request,
                                const net::GoOn& go_on) {
    for (;;) {
        const Dialect dialect = dialects_.of(endpoint);
        const std::string body = chat_body(endpoint.model, request, Delivery::whole, dialect);
        const auto response = send(endpoint, request_to(endpoint, "/chat/completions", body), go_on);
        if (!response) return std::unexpected(response.error());
        if (response->status != 200) {
            if (dialects_.learn(endpoint, dialect, request.schema.has_value(), *response)) continue;
            return refusal(endpoint, *response);
        }
        auto answer = read_answer(response->body);
        if (answer && request.schema) answer->text = std::string(json_in(answer->text));
        return answer;
    }
}

Result<ChatAnswer> Client::chat(const Endpoint& endpoint, const ChatRequest& request, const OnText& on_text,
                                const net::GoOn& go_on) {
    for (;;) {
        const Dialect dialect = dialects_.of(endpoint);
        const std::string body = chat_body(endpoint.model, request, Delivery::streamed, dialect);
        std::optional<Stream> stream;  // of the newest attempt
        const auto begin = [&] {
            stream.emplace(on_text, settings_.answer_bytes);
            net::Request out = request_to(endpoint, "/chat/completions", body);
            out.sink = [&stream](std::string_view bytes) { return stream->feed(bytes); };
            return out;
        };
        const auto response = send(endpoint, begin, go_on, [&] { return !stream->has_text(); });
        if (response && response->status != 200) {
            if (dialects_.learn(endpoint, dialect, request.schema.has_value(), *response)) continue;
            return refusal(endpoint, *response);
        }
        if (!response && !stream->is_over()) return std::unexpected(response.error());
        return stream->finish();
    }
}

Result<std::vector<std::vector<float>>> Client::embed(const Endpoint& endpoint,
                                                      const std::vector<std::string>& texts,
                                                      const net::GoOn& go_on) {
    if (texts.empty()) return std::vector<std::vector<float>>();
    const auto response =
        send(endpoint, request_to(endpoint, "/embeddings", embedding_body(endpoint.model, texts)), go_on);
    if (!response) return std::unexpected(response.error());
    if (response->status != 200) return refusal(endpoint, *response);
    return read_embeddings(response->body, texts.size());
}

Result<void> Client::check(const Endpoint& endpoint, const net::GoOn& go_on) {
    const bool private_too = endpoint.trust == Trust::administrator || settings_.people_may_ask_here;
    net::Settings brief = net_settings(settings_, private_too);
    brief.total = std::min(settings_.total, longest_check);
    const auto response = net::Client(std::move(brief)).send(request_to(endpoint, "/models", {}), go_on);
    if (!response) return std::unexpected(response.error());
    if (response->status == 404 || response->status == 405)
        return {};  // it keeps no list: it answers, at least
    if (response->status != 200) return refusal(endpoint, *response);
    if (lists_model(response->body, endpoint.model) == false)
        return fail(ErrorCode::not_found, "the model's server answers but does not list " + endpoint.model,
                    host_of(endpoint), "Check the name of the model");
    return {};
}

}  // namespace headway::llm
