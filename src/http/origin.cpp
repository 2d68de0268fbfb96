// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/origin.hpp"

#include <algorithm>

namespace headway::http {
namespace {

constexpr std::string_view exposed = "ETag, Location, Retry-After, X-Request-Id";
constexpr std::string_view accepted =
    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Headway-Request";

void vary_by_origin(Response& response) {
    const auto vary = response.header("Vary");
    response.set_header("Vary", vary ? std::string(*vary) + ", Origin" : "Origin");
}

std::unexpected<Refusal> foreign() {
    return refuse(403, ErrorCode::forbidden, "this request came from another web site", {},
                  "send it from the program's own pages, or with a bearer token");
}

}  // namespace

Origins::Origins(const Settings& settings) : own_(settings.public_origin), cors_(settings.cors_origins) {
    if (own_.ends_with('/')) own_.pop_back();
}

bool Origins::listed(std::string_view origin) const {
    return std::ranges::find(cors_, origin) != cors_.end();
}

bool Origins::same(std::string_view origin, const Request& request) const {
    if (!own_.empty()) return origin == own_;
    const std::string_view host = request.header("Host").value_or("");
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin.starts_with(scheme)) return !host.empty() && origin.substr(scheme.size()) == host;
    }
    return false;
}

Answer<void> Origins::check(const Request& request, const Caller& caller) const {
    if (!changes_things(request.method) || caller.by_token) return {};
    const auto origin = request.header("Origin");
    if (origin && listed(*origin)) return {};
    if (const auto site = request.header("Sec-Fetch-Site")) {
        if (*site == "same-origin" || *site == "none") return {};
        return foreign();
    }
    if (origin) {
        if (same(*origin, request)) return {};
        return foreign();
    }
    if (caller.role == Role::anonymous || request.header("X-Headway-Request") == "1") return {};
    return refuse(403, ErrorCode::forbidden, "this request may have been forged by another web site", {},
                  "send the header X-Headway-Request: 1");
}

Answer<void> Origins::refuse_foreign(const Request& request) const {
    const auto origin = request.header("Origin");
    if (!origin || listed(*origin) || same(*origin, request)) return {};
    return refuse(403, ErrorCode::forbidden, "this request came from another web site");
}

void Origins::add_cors(const Request& request, Response& response) const {
    if (cors_.empty()) return;
    vary_by_origin(response);
    const auto origin = request.header("Origin");
    if (!origin || !listed(*origin)) return;
    response.set_header("Access-Control-Allow-Origin", std::string(*origin));
    response.set_header("Access-Control-Allow-Credentials", "true");
    response.set_header("Access-Control-Expose-Headers", std::string(exposed));
}

void Origins::add_preflight(const Request& request, Response& response, const std::string& methods) const {
    const auto origin = request.header("Origin");
    if (!origin || !listed(*origin) || !request.header("Access-Control-Request-Method")) return;
    response.set_header("Access-Control-Allow-Methods", methods);
    response.set_header("Access-Control-Allow-Headers", std::string(accepted));
    response.set_header("Access-Control-Max-Age", "600");
}

}  // namespace headway::http
