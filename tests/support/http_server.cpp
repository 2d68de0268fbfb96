// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/http_server.hpp"

#include <stdexcept>

namespace headway::test {

using http::Access;
using http::Answer;
using http::Call;
using http::Method;
using http::Response;

namespace {

Result<http::Caller> authenticate(const http::Request& request) {
    http::Caller caller;
    const auto field = request.header("Authorization");
    if (!field) return caller;
    if (*field != "Bearer good") return fail(ErrorCode::unauthenticated, "this token is unknown");
    caller.user_id = "anna";
    caller.role = http::Role::user;
    caller.by_token = true;
    return caller;
}

Response text(std::string body) {
    return http::text_reply(200, "text/plain", std::move(body));
}

}  // namespace

HttpServerTest::HttpServerTest() = default;

HttpServerTest::~HttpServerTest() {
    gate_.open();
}

http::Settings HttpServerTest::ample() {
    http::Settings out;
    out.port = 0;
    out.pool_threads = 4;
    out.connections_per_address = 1000;
    return out;
}

void HttpServerTest::start(http::Settings settings) {
    http::Observers observers;
    observers.metrics = metrics_;
    auto started = http::Server::start(std::move(settings), make_routes(), authenticate, observers);
    ASSERT_TRUE(started) << started.error().message();
    server_ = std::move(*started);
}

http::Router HttpServerTest::make_routes() {
    http::Router out;
    const auto open = [&](Method method, const char* pattern, http::Handler handler, bool on_pool = true) {
        out.add({.method = method,
                 .pattern = pattern,
                 .access = Access::public_,
                 .handler = std::move(handler),
                 .body_limit = large,
                 .on_pool = on_pool});
    };
    open(Method::get, "/hello", [](const Call&) -> Answer<Response> { return text("hello"); }, false);
    open(Method::get, "/pooled", [](const Call&) -> Answer<Response> { return text("pooled"); });
    open(Method::get, "/slow", [this](const Call&) -> Answer<Response> {
        gate_.pass();
        return text("slow");
    });
    open(Method::get, "/long",
         [](const Call&) -> Answer<Response> { return text(std::string(large * 4, 'x')); });
    open(Method::get, "/throws", [](const Call&) -> Answer<Response> { throw std::runtime_error("secret"); });
    open(Method::get, "/odd-header", [](const Call&) -> Answer<Response> {
        Response response = text("odd");
        response.set_header("X-Odd", "a\r\nSet-Cookie: b=c");
        return response;
    });
    open(Method::get, "/file", [this](const Call&) -> Answer<Response> {
        auto file = http::OpenFile::open(folder_.file("file"));
        if (!file) return pass_on(file);
        return http::download("application/octet-stream", "file", *file);
    });
    open(Method::get, "/events", [this](const Call&) -> Answer<Response> {
        events_ = std::make_shared<http::EventStream>();
        events_->on_close([this] { events_closed_.set_value(); });
        return http::event_reply(events_);
    });
    open(Method::post, "/size", [this](const Call& call) -> Answer<Response> {
        ++handled_;
        return text(std::to_string(call.request.body.size()));
    });
    open(Method::post, "/stuck", [this](const Call&) -> Answer<Response> {
        ++handled_;
        gate_.pass();
        return text("stuck");
    });
    out.add({.method = Method::post,
             .pattern = "/echo",
             .access = Access::public_,
             .handler = [this](const Call& call) -> Answer<Response> {
                 ++handled_;
                 Response response = text(call.request.body);
                 response.set_header("X-Trailer",
                                     std::string(call.request.header("X-Late").value_or("none")));
                 return response;
             },
             .body_limit = echo_limit});
    out.add({.method = Method::get,
             .pattern = "/secret",
             .handler = [](const Call& call) -> Answer<Response> { return text(call.caller.user_id); }});
    out.add({.method = Method::post,
             .pattern = "/mine",
             .handler = [this](const Call& call) -> Answer<Response> {
                 ++handled_;
                 return text(call.caller.user_id + " " + std::to_string(call.request.body.size()));
             },
             .body_limit = large});
    if (site_) out.add(site_->route());
    return out;
}

}  // namespace headway::test
