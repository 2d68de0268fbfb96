// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/once.hpp"

#include <algorithm>

#include "http/base64.hpp"
#include "http/digest.hpp"
#include "store/idempotency.hpp"

namespace headway::api {
namespace {

constexpr std::chrono::hours kept{24};
constexpr std::chrono::minutes longest_request{2};  ///< Who takes longer was killed.

struct KeptHeader {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(KeptHeader, (), (name, value))

struct KeptResponse {
    std::vector<KeptHeader> headers;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(KeptResponse, (), (headers, body))

Answer<std::string> key_of(std::string_view header) {
    const bool sound = header.size() >= 8 && header.size() <= 200 &&
                       std::ranges::all_of(header, [](char c) { return c >= '!' && c <= '~'; });
    if (!sound)
        return std::unexpected(
            Error{ErrorCode::invalid, "expected 8 to 200 visible ASCII characters", "Idempotency-Key", {}});
    return std::string(header);
}

/// Path, query and body: what makes two requests the same.
std::string hash_of(const http::Request& r) {
    std::string all = r.path + '\n' + r.query + '\n';
    all += r.header("Content-Type").value_or("");
    // The boundary of a form differs every time; its parts do not.
    if (const std::size_t boundary = all.find("boundary="); boundary != std::string::npos) {
        const std::string mark = all.substr(boundary + 9);
        all.resize(boundary);
        std::string body = r.body;
        for (std::size_t at = body.find(mark); !mark.empty() && at != std::string::npos;
             at = body.find(mark, at))
            body.erase(at, mark.size());
        return http::base64url(http::sha256(all + '\n' + body));
    }
    return http::base64url(http::sha256(all + '\n' + r.body));
}

Answer<Response> replay(const store::KeptAnswer& answer, const std::string& request_hash) {
    if (answer.request_hash != request_hash)
        return http::refuse(409, ErrorCode::conflict, "this key was used for another request",
                            "Idempotency-Key", "Choose a new key for each intent");
    if (!answer.status)
        return http::refuse(409, ErrorCode::conflict, "the first request with this key is under way",
                            "Idempotency-Key", "Ask again in a moment");
    if (*answer.status == store::carried_out)
        return http::refuse(409, ErrorCode::conflict, "this request was carried out, but its answer was lost",
                            "Idempotency-Key", "Look at what is there before you send it with a new key");
    const auto stored = json::from_json<KeptResponse>(answer.response);
    if (!stored) return std::unexpected(Error{ErrorCode::internal, "a kept answer cannot be read", {}, {}});
    Response out;
    out.status = static_cast<int>(*answer.status);
    for (const KeptHeader& h : stored->headers) out.set_header(h.name, h.value);
    out.body = stored->body;
    return out;
}

std::string to_kept(const Response& response) {
    KeptResponse out;
    for (const auto& [name, value] : response.headers) {
        if (!http::same_name(name, "Set-Cookie")) out.headers.push_back({name, value});
    }
    out.body = response.text();
    return json::to_json(out);
}

Answer<Response> perform(const Parts& parts, const std::string& route, const http::Handler& handler,
                         const Call& call) {
    const auto header = call.request.header("Idempotency-Key");
    if (!header) return handler(call);
    const auto key = key_of(*header);
    if (!key) return std::unexpected(key.error());
    const store::IntentKey intent{call.caller.user_id, route, *key};
    const std::string hash = hash_of(call.request);
    const Timestamp now = parts.clock();
    const auto earlier =
        parts.database.write([&](sql::Connection& c) -> Result<std::optional<store::KeptAnswer>> {
            const auto begun = store::begin_once(c, intent, hash, now, now - longest_request, now - kept);
            if (!begun) return std::unexpected(begun.error());
            if (*begun) return std::nullopt;
            return store::find_kept_answer(c, intent);
        });
    if (!earlier) return std::unexpected(earlier.error());
    if (*earlier) return replay(**earlier, hash);
    // Of a process that is killed between doing it and keeping the answer, the key still tells.
    std::optional<Answer<Response>> made;
    parts.database.write_beside([&](sql::Connection& c) { return store::mark_carried_out(c, intent); },
                                [&] { made.emplace(handler(call)); });
    Answer<Response>& answer = *made;
    const bool well = answer && answer->status >= 200 && answer->status < 300;
    auto settled = parts.database.write([&](sql::Connection& c) {
        return well ? store::keep_answer(c, intent, answer->status, to_kept(*answer))
                    : store::release_once(c, intent);
    });
    if (!settled) return pass_on(settled);
    return std::move(answer);
}

}  // namespace

void add_once(http::Router& router, const Parts& parts, http::Route route) {
    std::string name = std::string(http::to_string(route.method)) + " " + route.pattern;
    route.handler = [&parts, name = std::move(name), handler = std::move(route.handler)](const Call& call) {
        return perform(parts, name, handler, call);
    };
    router.add(std::move(route));
}

}  // namespace headway::api
