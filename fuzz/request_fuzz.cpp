// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a connection as requests, one after the other. How they are cut into pieces must not change what
// is read (whoever reads otherwise than a proxy in front lets requests be smuggled); nothing of it may be
// lost, leave its limits, or stop the dispatch.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/dispatch.hpp"
#include "http/problem.hpp"
#include "http/request_parser.hpp"
#include "http/response_head.hpp"
#include "http/target.hpp"

namespace {

using namespace headway;

constexpr std::size_t header_limit = 1024;
constexpr std::size_t body_limit = 256;

void require(bool holds) {
    if (!holds) std::abort();
}

using Requests = std::vector<http::Request>;

void check(const http::Request& r) {
    require(r.path == "*" || r.path.starts_with('/'));
    require(r.body.size() <= body_limit);
    for (const auto& [name, value] : r.headers) {
        const auto clean = [](std::string_view s) { return s.find_first_of(std::string_view("\r\n\0", 3)); };
        require(clean(name) == std::string_view::npos && clean(value) == std::string_view::npos);
    }
}

/// As a connection does it: what is not used is handed back with more behind it. A damaged head may be
/// refused at once or when it is whole, but nothing is read behind it.
Requests read_all(std::string_view bytes, std::size_t step) {
    Requests out;
    http::RequestParser parser({header_limit, header_limit / 2, 20});
    std::string held;
    while (!bytes.empty()) {
        held += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
        for (bool again = !held.empty(); again;) {
            if (parser.stage() == http::RequestParser::Stage::body) parser.allow_body(body_limit);
            const auto used = parser.feed(held);
            if (!used) {
                require(http::status_of(used.error()) >= 400);
                return out;
            }
            require(*used <= held.size());
            held.erase(0, *used);
            again = *used > 0 && !held.empty();
            if (parser.stage() != http::RequestParser::Stage::done) continue;
            check(parser.request());
            out.push_back(std::move(parser.request()));
            if (!parser.keep_alive()) return out;
            parser.reset();
            again = !held.empty();
        }
    }
    return out;
}

bool same(const http::Request& a, const http::Request& b) {
    return a.method == b.method && a.path == b.path && a.query == b.query && a.headers == b.headers &&
           a.body == b.body;
}

const http::Dispatch& dispatch() {
    static const http::Dispatch one = [] {
        http::Router router;
        const auto answer = [](const http::Call& call) -> http::Answer<http::Response> {
            auto known = call.only_query({"a", "limit"});
            if (!known) return pass_on(known);
            return http::text_reply(200, "text/plain", std::string(call.path_value("rest")));
        };
        for (const auto method : {http::Method::get, http::Method::post}) {
            router.add({.method = method,
                        .pattern = "/a/{name}/{rest...}",
                        .access = http::Access::public_,
                        .handler = answer});
        }
        return http::Dispatch({}, std::move(router), {}, {});
    }();
    return one;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Requests whole = read_all(bytes, std::max<std::size_t>(size, 1));
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) {
        const Requests pieces = read_all(bytes, step);
        require(std::ranges::equal(whole, pieces, same));
    }
    for (const http::Request& request : whole) {
        const http::Response reply = dispatch().answer(request);
        require(reply.status >= 200 && reply.status < 600);
        const std::string head = http::head_of(reply, "id", "date", reply.text().size(),
                                               http::Persistence::keep, http::Scheme::http);
        require(head.find("\r\n\r\n") == head.size() - 4);
    }
    return 0;
}
