// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_parser.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "http/target.hpp"

namespace headway::http {
namespace {

namespace beast = boost::beast;
using boost::system::error_code;
using Text = beast::string_view;

constexpr std::string_view end_of_chunks = "0\r\n\r\n";

std::string_view plain(Text text) {
    return {text.data(), text.size()};
}

Refusal bad(std::string what) {
    return {400, Error{ErrorCode::invalid, std::move(what), {}, {}}};
}

}  // namespace

/// Beast finds the pieces of a message and hands them over; what they mean is decided here.
class RequestParser::Reader {
  public:
    explicit Reader(Limits limits) : limits_(limits) { reset(); }

    void reset() {
        request_ = Request();
        refusal_.reset();
        body_limit_ = 0;
        began_ = header_done_ = done_ = expects_continue_ = transfer_encoding_ = false;
        content_length_.reset();
        authority_.clear();
        version_ = 11;
        hosts_ = 0;
        parser_.emplace(*this);
        parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
        parser_->body_limit(boost::none);
    }

    Answer<std::size_t> feed(std::string_view bytes) {
        std::size_t used = 0;
        if (!header_done_) {  // RFC 9112 2.2: an empty line before a request is no request
            while (!began_ && bytes.substr(used).starts_with("\r\n")) used += 2;
            if (!began_ && bytes.substr(used) == "\r") return used;
        }
        const bool was_in_header = !header_done_;
        while (!done_ && used < bytes.size()) {
            // Nothing in a chunked body is shorter than its end; Beast takes for granted that this much is
            // there.
            if (header_done_ && transfer_encoding_ && bytes.size() - used < end_of_chunks.size()) break;
            error_code e;
            const std::size_t taken =
                parser_->put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), e);
            used += taken;
            began_ = began_ || taken > 0;
            if (refusal_) return std::unexpected(*refusal_);
            if (e == beast::http::error::need_more) {
                if (bytes.size() - used > limits_.header_bytes) return std::unexpected(too_long());
                break;
            }
            if (e) return std::unexpected(explained(e));
            if (was_in_header && header_done_) break;
        }
        return used;
    }

    void allow_body(std::size_t limit) {
        body_limit_ = limit;
        parser_->body_limit(limit);
    }

  private:
    class Parser final : public beast::http::basic_parser<true> {
      public:
        explicit Parser(Reader& reader) : reader_(reader) {}

      private:
        void on_request_impl(beast::http::verb, Text method, Text target, int version,
                             error_code& e) override {
            reader_.take_start(plain(method), plain(target), version);
            reader_.stop_if_refused(e);
        }
        void on_response_impl(int, Text, int, error_code&) override {}
        void on_field_impl(beast::http::field, Text name, Text value, error_code& e) override {
            reader_.take_field(plain(name), plain(value));
            reader_.stop_if_refused(e);
        }
        void on_header_impl(error_code& e) override {
            reader_.take_header_end(*this);
            reader_.stop_if_refused(e);
        }
        void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
            // Announced is not sent: no more memory than a stranger could make us use anyway.
            reader_.request_.body.reserve(static_cast<std::size_t>(
                std::min<std::uint64_t>({length.value_or(0), reader_.body_limit_, 1 << 20})));
        }
        std::size_t on_body_impl(Text bytes, error_code&) override {
            reader_.request_.body.append(bytes.data(), bytes.size());
            return bytes.size();
        }
        void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}
        std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, error_code&) override {
            reader_.request_.body.append(bytes.data(), bytes.size());
            return bytes.size();
        }
        void on_finish_impl(error_code&) override { reader_.done_ = true; }

        Reader& reader_;
    };
    friend class Parser;
    friend class RequestParser;

    void stop_if_refused(error_code& e) const {
        if (refusal_) e = beast::http::error::bad_value;
    }
    void refuse_once(Refusal refusal) {
        if (!refusal_) refusal_ = std::move(refusal);
    }

    void take_start(std::string_view method, std::string_view target, int version) {
        const auto known = method_of(method);
        if (version != 11 && version != 10) {
            refuse_once({505, Error{ErrorCode::invalid, "this server speaks HTTP/1.1", {}, {}}});
        }
        if (!known) {
            return refuse_once(
                {501, Error{ErrorCode::invalid, "this server does not know that method", {}, {}}});
        }
        if (target.size() > limits_.target_bytes) {
            return refuse_once({414, Error{ErrorCode::invalid, "the address is too long", {}, {}}});
        }
        const auto parsed = parse_target(target);
        if (!parsed || (parsed->path == "*" && *known != Method::options)) {
            return refuse_once(bad("the request's target is not a path"));
        }
        request_.method = *known;
        request_.path = parsed->path;
        request_.query = parsed->query;
        authority_ = parsed->authority;
        version_ = version;
    }

    void take_field(std::string_view name, std::string_view value) {
        if (header_done_) return;  // trailers: nothing here needs them, and they must not pass for headers
        if (request_.headers.size() == limits_.fields) return refuse_once(too_long());
        if (same_name(name, "Host")) {
            if (++hosts_ > 1 || !is_host(value)) return refuse_once(bad("the Host header is not one name"));
        } else if (same_name(name, "Transfer-Encoding")) {
            if (!same_name(trimmed(value), "chunked")) {
                return refuse_once(
                    {501, Error{ErrorCode::invalid, "no transfer coding but chunked is known", {}, {}}});
            }
            transfer_encoding_ = true;
        } else if (same_name(name, "Expect")) {
            if (!same_name(value, "100-continue")) {
                return refuse_once(
                    {417, Error{ErrorCode::invalid, "this expectation cannot be met", {}, {}}});
            }
            expects_continue_ = true;
        }
        request_.headers.emplace_back(name, value);
    }

    void take_header_end(const Parser& parser) {
        header_done_ = true;
        if (version_ == 11 && hosts_ == 0) return refuse_once(bad("there is no Host header"));
        const bool has_length = request_.header("Content-Length").has_value();
        if (transfer_encoding_ && (has_length || version_ == 10)) {
            return refuse_once(bad("the length of the body is told twice"));
        }
        if (has_length) content_length_ = parser.content_length().value_or(0);
        if (!authority_.empty()) {
            std::erase_if(request_.headers, [](const auto& field) { return same_name(field.first, "Host"); });
            request_.headers.emplace_back("Host", authority_);
        }
    }

    static Refusal too_long() { return {431, Error{ErrorCode::too_large, "the header is too long", {}, {}}}; }
    static Refusal explained(const error_code& e) {
        using beast::http::error;
        if (e == error::header_limit || e == error::buffer_overflow) return too_long();
        if (e == error::body_limit) return Error{ErrorCode::too_large, "the body is too large", {}, {}};
        if (e == error::bad_version) {
            return {505, Error{ErrorCode::invalid, "this server speaks HTTP/1.1", {}, {}}};
        }
        return bad("this is no HTTP request: " + e.message());
    }

    Limits limits_;
    Request request_;
    std::string authority_;
    std::optional<Refusal> refusal_;
    std::optional<std::uint64_t> content_length_;
    std::size_t body_limit_ = 0;
    int version_ = 11;
    int hosts_ = 0;
    bool began_ = false;
    bool header_done_ = false;
    bool done_ = false;
    bool expects_continue_ = false;
    bool transfer_encoding_ = false;
    std::optional<Parser> parser_;
};

RequestParser::RequestParser(Limits limits) : reader_(std::make_unique<Reader>(limits)) {}
RequestParser::~RequestParser() = default;

void RequestParser::reset() {
    reader_->reset();
}

RequestParser::Stage RequestParser::stage() const {
    if (reader_->done_) return Stage::done;
    return reader_->header_done_ ? Stage::body : Stage::header;
}

Answer<std::size_t> RequestParser::feed(std::string_view bytes) {
    return reader_->feed(bytes);
}

void RequestParser::allow_body(std::size_t limit) {
    reader_->allow_body(limit);
}

Request& RequestParser::request() {
    return reader_->request_;
}

std::optional<std::uint64_t> RequestParser::content_length() const {
    return reader_->content_length_;
}

bool RequestParser::chunked() const {
    return reader_->transfer_encoding_;
}

bool RequestParser::keep_alive() const {
    return reader_->version_ == 11 && reader_->parser_->keep_alive();
}

bool RequestParser::expects_continue() const {
    return reader_->expects_continue_ && reader_->version_ == 11;
}

}  // namespace headway::http
