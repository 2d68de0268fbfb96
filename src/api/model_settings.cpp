// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/model_settings.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "base/hash.hpp"
#include "llm/origin.hpp"
#include "store/events.hpp"
#include "store/extractions.hpp"
#include "store/model_settings.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

using http::Method;

constexpr std::size_t longest_url = 500;
constexpr std::size_t longest_model = 100;
constexpr std::size_t longest_key = 500;

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

struct ModelSettingsInput {
    std::string base_url;
    std::string model;
    json::Patch<std::string> key;
};
BOOST_DESCRIBE_STRUCT(ModelSettingsInput, (), (base_url, model, key))

struct ModelCheck {
    bool works = false;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(ModelCheck, (), (works, detail))

/// Of the server's model no more is told than whom questions go to.
ModelSettingsWire wire_of(const Parts& parts, const std::optional<store::ModelSettings>& own) {
    ModelSettingsWire out;
    out.source = "none";
    out.own_allowed = parts.models.own;
    if (own && parts.models.own) {
        out.source = "own";
        out.base_url = own->base_url;
        out.host = llm::host_of({own->base_url, {}, {}});
        out.model = own->model;
        out.has_key = !own->sealed_key.empty();
        if (!own->key_hint.empty()) out.key_hint = own->key_hint;
    } else if (parts.models.of_server) {
        out.source = "server";
        out.host = llm::host_of(*parts.models.of_server);
        out.model = parts.models.of_server->model;
    }
    return out;
}

/// Of the model that questions go to now; empty when there is none.
std::string origin_in_use(const Parts& parts, const std::optional<store::ModelSettings>& own) {
    if (own && parts.models.own) return llm::origin_of(own->base_url).value_or("");
    return parts.models.of_server ? llm::origin_of(parts.models.of_server->base_url).value_or("") : "";
}

/// What there is of somebody: their own model, and whether what is in use may read their documents.
struct Current {
    std::optional<store::ModelSettings> own;
    std::string origin;
    bool reads = false;
};

Result<Current> current_of(const Parts& parts, sql::Connection& c, const std::string& owner) {
    Current out;
    auto own = store::find_model_settings(c, owner);
    if (!own) return pass_on(own);
    const auto agreed = store::origin_that_reads(c, owner);
    if (!agreed) return std::unexpected(agreed.error());
    out.own = std::move(*own);
    out.origin = origin_in_use(parts, out.own);
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
        "\n" + now.origin + (now.reads ? " reads" : "");
    return static_cast<std::int64_t>(hash64(all) >> 11U);
}

Result<ModelSettingsWire> settings_of(const Parts& parts, const Current& now) {
    ModelSettingsWire out = wire_of(parts, now.own);
    out.reads_documents = now.reads;
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
        if (body->on && wire_of(parts, current->own).source == "none")
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

Answer<void> check(const ModelSettingsInput& in) {
    if (auto ok = check_text("base_url", in.base_url, 1, longest_url); !ok) return pass_on(ok);
    if (auto ok = check_text("model", in.model, 1, longest_model); !ok) return pass_on(ok);
    if (const auto origin = llm::origin_of(in.base_url); !origin)
        return std::unexpected(
            Error{ErrorCode::invalid, origin.error().what, "base_url", origin.error().fix});
    if (!in.key || !*in.key) return {};
    if (auto ok = check_text("key", **in.key, 1, longest_key); !ok) return pass_on(ok);
    if ((*in.key)->find_first_of("\r\n\t ") != std::string::npos)
        return std::unexpected(Error{ErrorCode::invalid, "a key holds no spaces", "key", {}});
    return {};
}

/// A key stays with the origin that it was entered for: whoever changes the address enters it again.
Answer<void> set_key(const Parts& parts, const Call& call, const ModelSettingsInput& in,
                     const std::optional<store::ModelSettings>& old, store::ModelSettings& next) {
    if (in.key) {
        if (!*in.key) return {};
        next.sealed_key = parts.models.keys.seal(call.caller.user_id, **in.key);
        next.key_hint = llm::key_hint(**in.key);
        return {};
    }
    if (!old || old->sealed_key.empty()) return {};
    const auto from = llm::origin_of(old->base_url);
    const auto to = llm::origin_of(in.base_url);
    if (!from || !to || *from != *to)
        return std::unexpected(Error{ErrorCode::invalid, "the key was entered for another address", "key",
                                     "Enter the key again"});
    next.sealed_key = old->sealed_key;
    next.key_hint = old->key_hint;
    return {};
}

Answer<Response> replace(const Parts& parts, const Call& call) {
    const auto body = call.body<ModelSettingsInput>();
    if (!body) return std::unexpected(body.error());
    if (!parts.models.own)
        return http::refuse(403, ErrorCode::forbidden, "this server allows no models of one's own");
    if (auto ok = check(*body); !ok) return pass_on(ok);
    const std::string& owner = call.caller.user_id;
    const auto changed = write(parts, [&](sql::Connection& c) -> Answer<ModelSettingsWire> {
        const auto old = seen_by(parts, c, call);
        if (!old) return std::unexpected(old.error());
        store::ModelSettings next{body->base_url, body->model, {}, {}, parts.clock()};
        if (auto ok = set_key(parts, call, *body, old->own, next); !ok) return pass_on(ok);
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
    if (chosen->source == flows::ModelSource::none)
        return http::json_reply(200, ModelCheck{false, "No language model is configured."});
    const auto works = parts.models.client.check(chosen->endpoint);
    if (works) return http::json_reply(200, ModelCheck{true, "It answers."});
    return http::json_reply(200, ModelCheck{false, works.error().message()});
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
