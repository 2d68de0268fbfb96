// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/admin.hpp"
#include "api/model_input.hpp"
#include "flows/server_model.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

struct StoredModel {
    std::string base_url;
    std::string model;
    bool has_key = false;
    std::optional<std::string> key_hint;
};
BOOST_DESCRIBE_STRUCT(StoredModel, (), (base_url, model, has_key, key_hint))

struct ServerModelWire {
    std::string source;  ///< configuration, administrator, none
    std::optional<std::string> host;
    std::optional<std::string> model;
    std::optional<StoredModel> stored;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ServerModelWire, (), (source, host, model, stored, version))

ServerModelWire wire_of(const Parts& parts, const store::ServerModel& stored) {
    ServerModelWire out;
    out.source = "none";
    out.version = stored.version;
    if (!stored.base_url.empty()) {
        out.stored = StoredModel{stored.base_url, stored.model, !stored.sealed_key.empty(), {}};
        if (!stored.key_hint.empty()) out.stored->key_hint = stored.key_hint;
    }
    if (const auto used = flows::server_model(parts.models, stored)) {
        out.source = used->by == flows::NamedBy::configuration ? "configuration" : "administrator";
        out.host = llm::host_of(used->endpoint);
        out.model = used->endpoint.model;
    }
    return out;
}

Answer<Response> show(const Parts& parts, const Call&) {
    const auto stored = parts.database.read([](sql::Connection& c) { return store::get_server_model(c); });
    if (!stored) return std::unexpected(stored.error());
    return versioned_reply(200, wire_of(parts, *stored), stored->version);
}

/// As whoever wants to change it last saw it. Changes that come together wait for each other.
Answer<store::ServerModel> seen_by(sql::Connection& c, const Call& call) {
    auto now = store::lock_server_model(c);
    if (!now) return pass_on(now);
    if (auto ok = http::check_if_match(call, http::etag_of(now->version)); !ok) return pass_on(ok);
    return std::move(*now);
}

Result<void> store_change(const Parts& parts, sql::Connection& c, const Call& call,
                          const store::ServerModel& next) {
    if (auto ok = store::set_server_model(c, next); !ok) return ok;
    return store::add_event(c, call.caller.user_id, "settings", call.caller.user_id, parts.clock());
}

Answer<Response> replace(const Parts& parts, const Call& call) {
    const auto body = call.body<ModelInput>();
    if (!body) return std::unexpected(body.error());
    if (auto ok = check_model_input(*body); !ok) return pass_on(ok);
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<store::ServerModel> {
        const auto old = seen_by(c, call);
        if (!old) return std::unexpected(old.error());
        auto key = key_after(*body, parts.models.keys, std::string(flows::server_owner),
                             {old->sealed_key, old->key_hint}, old->base_url);
        if (!key) return pass_on(key);
        store::ServerModel next{body->base_url,       body->model,      std::move(key->sealed),
                                std::move(key->hint), old->version + 1, parts.clock()};
        if (auto ok = store_change(parts, c, call, next); !ok) return pass_on(ok);
        return next;
    });
    if (!changed) return std::unexpected(changed.error());
    return versioned_reply(200, wire_of(parts, *changed), changed->version);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto old = seen_by(c, call);
        if (!old) return std::unexpected(old.error());
        if (old->base_url.empty())
            return std::unexpected(
                Error{ErrorCode::not_found, "administrators have set no model up", {}, {}});
        store::ServerModel none;
        none.updated_at = parts.clock();
        if (auto ok = store_change(parts, c, call, none); !ok) return pass_on(ok);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

/// The one that is in use, not what may be stored beside it.
Answer<Response> try_out(const Parts& parts, const Call&) {
    const auto used =
        parts.database.read([&](sql::Connection& c) { return flows::server_model(c, parts.models); });
    if (!used) return std::unexpected(used.error());
    if (!*used) return no_model_to_check();
    return model_check(parts.models.client, flows::opened(parts.models, **used));
}

}  // namespace

void add_admin_model_routes(http::Router& router, const Parts& parts) {
    constexpr auto access = Access::admin;
    constexpr auto model = "/api/admin/model";
    router.add({.method = Method::get, .pattern = model, .access = access, .handler = with(parts, show)});
    router.add({.method = Method::put, .pattern = model, .access = access, .handler = with(parts, replace)});
    router.add(
        {.method = Method::delete_, .pattern = model, .access = access, .handler = with(parts, remove)});
    router.add({.method = Method::post,
                .pattern = "/api/admin/model/check",
                .access = access,
                .handler = with(parts, try_out)});
}

}  // namespace headway::api
