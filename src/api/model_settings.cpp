// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/model_settings.hpp"

#include "api/model_input.hpp"
#include "base/hash.hpp"
#include "flows/server_model.hpp"
#include "llm/origin.hpp"
#include "store/events.hpp"
#include "store/extractions.hpp"
#include "store/model_settings.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

using http::Method;

struct ModelSettingsWire {
    std::string source;  ///< own, server, none
    std::optional<std::string> base_url;
    std::optional<std::string> host;
    std::optional<std::string> model;
    std::optional<std::string> key_hint;
    bool has_key = false;
    bool own_allowed = true;
    bool reads_documents = false;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ModelSettingsWire, (),
                      (source, base_url, host, model, key_hint, has_key, own_allowed, reads_documents,
                       version))

struct ReadingInput {
    bool on = false;
};
BOOST_DESCRIBE_STRUCT(ReadingInput, (), (on))

/// What there is for somebody: their own model where they may have one, that of the server, and whether what
/// is in use may read their documents.
struct Current {
    std::optional<store::ModelSettings> own;
    std::optional<llm::Endpoint> of_server;  ///< Without its key.
    std::string origin;
    bool reads = false;
};

/// Of the server's model no more is told than whom questions go to.
ModelSettingsWire wire_of(const Parts& parts, const Current& now) {
    ModelSettingsWire out;
    out.source = "none";
    out.own_allowed = parts.models.own;
    out.reads_documents = now.reads;
    if (now.own) {
        out.source = "own";
        out.base_url = now.own->base_url;
        out.host = llm::host_of({now.own->base_url, {}, {}});
        out.model = now.own->model;
        out.has_key = !now.own->sealed_key.empty();
        if (!now.own->key_hint.empty()) out.key_hint = now.own->key_hint;
    } else if (now.of_server) {
        out.source = "server";
        out.host = llm::host_of(*now.of_server);
        out.model = now.of_server->model;
    }
    return out;
}

/// Of the model that questions go to now; empty when there is none.
std::string origin_in_use(const Current& now) {
    if (now.own) return llm::origin_of(now.own->base_url).value_or("");
    return now.of_server ? llm::origin_of(now.of_server->base_url).value_or("") : "";
}

Result<Current> current_of(const Parts& parts, sql::Connection& c, const std::string& owner) {
    Current out;
    auto own = store::find_model_settings(c, owner);
    if (!own) return pass_on(own);
    const auto agreed = store::origin_that_reads(c, owner);
    if (!agreed) return std::unexpected(agreed.error());
    auto of_server = flows::server_model(c, parts.models);
    if (!of_server) return pass_on(of_server);
    if (*of_server) out.of_server = std::move((*of_server)->endpoint);
    if (parts.models.own) out.own = std::move(*own);
    out.origin = origin_in_use(out);
    out.reads = *agreed && !out.origin.empty() && **agreed == out.origin;
    return out;
}

/// Another number after every change. They lie in two tables and may be absent from both, so it is a digest
/// rather than a count; JSON keeps 53 bits of it.
std::int64_t version_of(const Current& now) {
    const std::string all =
        (now.own ? now.own->base_url + "\n" + now.own->model + "\n" + now.own->sealed_key + "\n" +
                       std::to_string(now.own->updated_at.micros)
                 : "") +
        "\n" + now.origin + (now.reads ? " reads" : "") +
        (!now.own && now.of_server ? "\n" + now.of_server->model : "");
    return static_cast<std::int64_t>(hash64(all) >> 11U);
}

Result<ModelSettingsWire> settings_of(const Parts& parts, const Current& now) {
    ModelSettingsWire out = wire_of(parts, now);
    out.version = version_of(now);
    return out;
}

/// As they are now.
Result<ModelSettingsWire> settings_of(const Parts& parts, sql::Connection& c, const std::string& owner) {
    const auto now = current_of(parts, c, owner);
    if (!now) return std::unexpected(now.error());
    return settings_of(parts, *now);
}

/// As whoever wants to change them last saw them. Changes that come together wait for each other.
Answer<Current> seen_by(const Parts& parts, sql::Connection& c, const Call& call) {
    if (auto locked = store::lock_holdings(c, call.caller.user_id); !locked) return pass_on(locked);
    auto now = current_of(parts, c, call.caller.user_id);
    if (!now) return pass_on(now);
    if (auto ok = http::check_if_match(call, http::etag_of(version_of(*now))); !ok) return pass_on(ok);
    return std::move(*now);
}

/// After a change: consent that was given for another address is none.
Result<void> drop_old_consent(const Parts& parts, sql::Connection& c, const std::string& owner) {
    const auto now = current_of(parts, c, owner);
    if (!now) return std::unexpected(now.error());
    return now->reads ? Result<void>() : store::stop_model_reading(c, owner);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    const auto settings =
        parts.database.read([&](sql::Connection& c) { return settings_of(parts, c, call.caller.user_id); });
    if (!settings) return std::unexpected(settings.error());
    return versioned_reply(200, *settings, settings->version);
}

/// Whether the model reads documents beside the rules.
Answer<Response> set_reading(const Parts& parts, const Call& call) {
    const auto body = call.body<ReadingInput>();
    if (!body) return std::unexpected(body.error());
    const std::string& owner = call.caller.user_id;
    const auto settings = write(parts, [&](sql::Connection& c) -> Answer<ModelSettingsWire> {
        const auto current = seen_by(parts, c, call);
        if (!current) return std::unexpected(current.error());
        if (body->on && current->origin.empty())
            return http::refuse(409, ErrorCode::conflict, "no language model is set up", {},
                                "Set one up first");
        const auto done = body->on ? store::let_model_read(c, owner, current->origin, parts.clock())
                                   : store::stop_model_reading(c, owner);
        if (!done) return std::unexpected(done.error());
        if (auto ok = store::add_event(c, owner, "settings", owner, parts.clock()); !ok) return pass_on(ok);
        auto now = settings_of(parts, c, owner);
        if (!now) return pass_on(now);
        return std::move(*now);
    });
    if (!settings) return std::unexpected(settings.error());
    return versioned_reply(200, *settings, settings->version);
}

Answer<Response> replace(const Parts& parts, const Call& call) {
    const auto body = call.body<ModelInput>();
    if (!body) return std::unexpected(body.error());
    if (!parts.models.own)
        return http::refuse(403, ErrorCode::forbidden, "this server allows no models of one's own");
    if (auto ok = check_model_input(*body); !ok) return pass_on(ok);
    const std::string& owner = call.caller.user_id;
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<ModelSettingsWire> {
        const auto old = seen_by(parts, c, call);
        if (!old) return std::unexpected(old.error());
        const store::ModelSettings before = old->own.value_or(store::ModelSettings());
        auto key =
            key_after(*body, parts.models.keys, owner, {before.sealed_key, before.key_hint}, before.base_url);
        if (!key) return pass_on(key);
        const store::ModelSettings next{body->base_url, body->model, std::move(key->sealed),
                                        std::move(key->hint), parts.clock()};
        if (auto ok = store::set_model_settings(c, owner, next); !ok) return pass_on(ok);
        if (auto ok = drop_old_consent(parts, c, owner); !ok) return pass_on(ok);
        if (auto ok = store::add_event(c, owner, "settings", owner, next.updated_at); !ok) return pass_on(ok);
        auto now = settings_of(parts, c, owner);
        if (!now) return pass_on(now);
        return std::move(*now);
    });
    if (!changed) return std::unexpected(changed.error());
    return versioned_reply(200, *changed, changed->version);
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    const std::string& owner = call.caller.user_id;
    auto gone = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto old = seen_by(parts, c, call);
        if (!old) return std::unexpected(old.error());
        const auto was_there = store::delete_model_settings(c, owner);
        if (!was_there) return std::unexpected(was_there.error());
        if (!*was_there)
            return std::unexpected(Error{ErrorCode::not_found, "no model of your own is set up", {}, {}});
        if (auto ok = drop_old_consent(parts, c, owner); !ok) return pass_on(ok);
        if (auto ok = store::add_event(c, owner, "settings", owner, parts.clock()); !ok) return pass_on(ok);
        return {};
    });
    if (!gone) return pass_on(gone);
    return http::no_content();
}

Answer<Response> try_out(const Parts& parts, const Call& call) {
    const auto chosen = parts.database.read(
        [&](sql::Connection& c) { return flows::model_of(c, parts.models, call.caller.user_id); });
    if (!chosen) return std::unexpected(chosen.error());
    if (chosen->source == flows::ModelSource::none) return no_model_to_check();
    return model_check(parts.models.client, chosen->endpoint);
}

}  // namespace

void add_model_settings_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/settings/model", .handler = with(parts, show)});
    router.add({.method = Method::put, .pattern = "/api/settings/model", .handler = with(parts, replace)});
    router.add({.method = Method::delete_, .pattern = "/api/settings/model", .handler = with(parts, remove)});
    router.add({.method = Method::put,
                .pattern = "/api/settings/model/reading",
                .handler = with(parts, set_reading)});
    router.add(
        {.method = Method::post, .pattern = "/api/settings/model/check", .handler = with(parts, try_out)});
}

}  // namespace headway::api
