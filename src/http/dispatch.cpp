// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/dispatch.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>

#include "base/id.hpp"
#include "http/entity_tag.hpp"
#include "http/problem.hpp"
#include "http/target.hpp"

namespace headway::http {
namespace {

std::string joined(const std::vector<Method>& methods) {
    std::string out;
    for (const Method method : methods) {
        if (!out.empty()) out += ", ";
        out += to_string(method);
    }
    return out;
}

bool is_address(std::string_view text) {
    return !text.empty() && text.size() <= 45 &&
           text.find_first_not_of("0123456789abcdefABCDEF.:") == text.npos;
}

bool is_request_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               c == '_' || c == '.';
    });
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
    return std::ranges::find(list, item) != list.end();
}

/// Proxies append: the last address that is none of ours is the client.
std::string forwarded_peer(const Request& request, const std::vector<std::string>& trusted) {
    std::string peer = request.peer;
    std::string_view list = request.header("X-Forwarded-For").value_or("");
    while (!list.empty() && contains(trusted, peer)) {
        const std::size_t comma = list.rfind(',');
        const std::string_view last = trimmed(comma == list.npos ? list : list.substr(comma + 1));
        if (!is_address(last)) break;
        peer = last;
        list = comma == list.npos ? std::string_view() : list.substr(0, comma);
    }
    return peer;
}

}  // namespace

Dispatch::Dispatch(Settings settings, Router router, Authenticate authenticate, Observers observers)
    : settings_(std::move(settings)),
      router_(std::move(router)),
      authenticate_(std::move(authenticate)),
      observers_(std::move(observers)),
      origins_(settings_),
      id_prefix_(make_secret(6)) {
    if (!observers_.metrics) return;
    static constexpr std::array<std::string_view, 6> classes{"none", "1xx", "2xx", "3xx", "4xx", "5xx"};
    for (std::size_t i = 0; i <= router_.routes().size(); ++i) {
        const Route* route = i < router_.routes().size() ? router_.routes()[i].get() : nullptr;
        const std::string method(route == nullptr ? "-" : to_string(route->method));
        const std::string pattern = route == nullptr ? "-" : route->pattern;
        RouteCounts& counts = counts_.emplace_back();
        for (std::size_t k = 2; k < classes.size(); ++k) {
            counts.by_class[k] = &observers_.metrics->counter(
                "headway_http_requests_total", "Requests answered, by route and class of status",
                {{"method", method}, {"route", pattern}, {"status", std::string(classes[k])}});
        }
        counts.seconds = &observers_.metrics->histogram(
            "headway_http_request_seconds", "Time from the end of a request's header to the end of its reply",
            {{"method", method}, {"route", pattern}});
    }
}

Dispatch::Plan Dispatch::plan(const Request& request, const std::string& request_id) const {
    Plan out;
    out.index = router_.routes().size();
    const auto refuse_with = [&](const Refusal& refusal) {
        out.early = refused(refusal, request, request_id, nullptr);
        return std::move(out);
    };
    const std::string_view host = request.header("Host").value_or("");
    if (!settings_.hosts.empty() && !contains(settings_.hosts, host_name(host))) {
        return refuse_with({421, Error{ErrorCode::invalid, "this server does not have that name", {}, {}}});
    }
    if (request.path == "*") {
        out.early = no_content();
        out.early->set_header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        return out;
    }
    auto query = parse_query(request.query);
    if (!query) return refuse_with(query.error());
    auto found = router_.find(request.method, request.path);
    if (!found) return refuse_with(found.error());
    if (found->route != nullptr) {
        out.route = found->route;
        out.index = found->index;
        out.path_values = std::move(found->path_values);
        out.query = std::move(*query);
        return out;
    }
    if (found->allowed.empty()) {
        return refuse_with(Error{ErrorCode::not_found, "there is nothing at this address", {}, {}});
    }
    found->allowed.push_back(Method::options);
    const std::string allowed = joined(found->allowed);
    if (request.method == Method::options) {
        out.early = no_content();
        origins_.add_preflight(request, *out.early, allowed);
    } else {
        out.early =
            refused({405, Error{ErrorCode::invalid, "this address does not take that method", {}, {}}},
                    request, request_id, nullptr);
    }
    out.early->set_header("Allow", allowed);
    return out;
}

Answer<Caller> Dispatch::admit(const Request& request, const Route& route) const {
    Caller caller;
    if (route.access != Access::public_ && authenticate_) {
        try {
            auto known = authenticate_(request);
            if (known) {
                caller = std::move(*known);
            } else if (route.access != Access::known || known.error().code != ErrorCode::unauthenticated) {
                return pass_on(known);
            }
        } catch (const std::exception& e) {
            return fail(ErrorCode::internal, std::string("exception while authenticating: ") + e.what());
        }
    }
    const bool needs_someone = route.access == Access::user || route.access == Access::admin;
    if (needs_someone && caller.role == Role::anonymous) {
        return fail(ErrorCode::unauthenticated, "you are not signed in");
    }
    if (auto ok = origins_.check(request, caller); !ok) return pass_on(ok);
    if (route.access == Access::admin && caller.role != Role::admin) {
        return fail(ErrorCode::forbidden, "only administrators may do this");
    }
    return caller;
}

Response Dispatch::run(const Route& route, const Call& call) const {
    const auto failed = [&](const Refusal& refusal) {
        return refused(refusal, call.request, call.caller.request_id, &route);
    };
    try {
        auto answer = route.handler(call);
        return answer ? std::move(*answer) : failed(answer.error());
    } catch (const std::exception& e) {
        return failed(Error{ErrorCode::internal, std::string("exception in a handler: ") + e.what(), {}, {}});
    } catch (...) {
        return failed(Error{ErrorCode::internal, "exception of an unknown kind in a handler", {}, {}});
    }
}

void Dispatch::run_afterwards(const std::function<void()>& work, const std::string& request_id) const {
    if (!work) return;
    try {
        work();
    } catch (const std::exception& e) {
        if (observers_.log) {
            observers_.log->failure(
                observers_.clock(), request_id, "-",
                {ErrorCode::internal, std::string("exception after an answer: ") + e.what(), {}, {}});
        }
    }
}

Response Dispatch::refused(const Refusal& refusal, const Request& request, const std::string& request_id,
                           const Route* route) const {
    if (observers_.log && status_of(refusal) >= 500) {
        observers_.log->failure(observers_.clock(), request_id, route == nullptr ? "-" : route->pattern,
                                refusal.error);
    }
    return problem(refusal, request_id, request.path);
}

Response Dispatch::answer(Request request) const {
    const std::string request_id = identify(request);
    Plan way = plan(request, request_id);
    Response response;
    if (way.early) {
        response = std::move(*way.early);
    } else if (request.body.size() > way.route->body_limit) {
        response = refused(Error{ErrorCode::too_large, "the body is too large", {}, {}}, request, request_id,
                           way.route);
    } else if (auto caller = admit(request, *way.route); !caller) {
        response = refused(caller.error(), request, request_id, way.route);
    } else {
        caller->request_id = request_id;
        caller->deadline = observers_.clock() + time_limit(*way.route);
        const Call call(request, std::move(*caller), std::move(way.path_values), std::move(way.query));
        response = run(*way.route, call);
        run_afterwards(call.caller.afterwards, request_id);
    }
    complete(request, response);
    return response;
}

void Dispatch::complete(const Request& request, Response& response) const {
    if (response.status == 200 && (request.method == Method::get || request.method == Method::head)) {
        const auto wanted = request.header("If-None-Match");
        const auto etag = response.header("ETag");
        if (wanted && etag && matches_any(*wanted, *etag)) {
            response.status = 304;
            response.body = std::string();
            std::erase_if(response.headers, [](const auto& f) { return same_name(f.first, "Content-Type"); });
        }
    }
    origins_.add_cors(request, response);
}

void Dispatch::count(const Plan& plan, const AccessEntry& entry) const {
    if (observers_.log) observers_.log->request(entry);
    if (counts_.empty()) return;
    const RouteCounts& counts = counts_[plan.index];
    if (Counter* counter = counts.by_class[static_cast<std::size_t>(std::clamp(entry.status / 100, 2, 5))]) {
        counter->add();
    }
    counts.seconds->observe(static_cast<double>(entry.took.count()) / 1e6);
}

std::string Dispatch::identify(Request& request) const {
    if (contains(settings_.trusted_proxies, request.peer)) {
        request.peer = forwarded_peer(request, settings_.trusted_proxies);
        const auto sent = request.header("X-Request-Id");
        if (sent && is_request_id(*sent)) return std::string(*sent);
    }
    return fmt::format("{}{:x}", id_prefix_, last_id_.fetch_add(1, std::memory_order_relaxed) + 1);
}

std::chrono::milliseconds Dispatch::time_limit(const Route& route) const {
    return route.time_limit.count() > 0 ? route.time_limit : settings_.handler_timeout;
}

}  // namespace headway::http
