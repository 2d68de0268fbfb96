// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/person.hpp"

#include "api/handler.hpp"
#include "api/input.hpp"
#include "store/events.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Method;

struct ProfileWire {
    std::string name;
    std::string email;
    std::optional<std::string> phone;
    std::optional<std::string> location;
    std::optional<std::string> headline;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProfileWire, (), (name, email, phone, location, headline, updated_at, version))

struct ProfilePatch {
    std::optional<std::string> name;
    json::Patch<std::string> phone;
    json::Patch<std::string> location;
    json::Patch<std::string> headline;
};
BOOST_DESCRIBE_STRUCT(ProfilePatch, (), (name, phone, location, headline))

struct SettingsWire {
    std::string language;
    std::string time_zone;
    std::int64_t weekly_hours = 0;
    bool email_notifications = false;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SettingsWire, (),
                      (language, time_zone, weekly_hours, email_notifications, updated_at, version))

struct SettingsPatch {
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
    std::optional<std::int64_t> weekly_hours;
    std::optional<bool> email_notifications;
};
BOOST_DESCRIBE_STRUCT(SettingsPatch, (), (language, time_zone, weekly_hours, email_notifications))

Response profile_reply(const store::User& u) {
    return versioned_reply(
        200,
        ProfileWire{u.name, u.email, u.phone, u.location, u.headline, to_string(u.updated_at), u.version},
        u.version);
}

Response settings_reply(const store::User& u) {
    return versioned_reply(200,
                           SettingsWire{u.language, u.time_zone, u.weekly_hours, u.email_notifications,
                                        to_string(u.updated_at), u.version},
                           u.version);
}

Answer<void> apply(const ProfilePatch& p, store::User& u) {
    if (p.name) u.name = *p.name;
    if (p.phone) u.phone = *p.phone;
    if (p.location) u.location = *p.location;
    if (p.headline) u.headline = *p.headline;
    if (auto ok = check_text("name", u.name, 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_phone("phone", u.phone); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("location", u.location, 1, 200); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("headline", u.headline, 1, 200); !ok) return pass_on(ok);
    return {};
}

Answer<void> apply(const SettingsPatch& p, store::User& u) {
    if (auto ok = check_language("language", p.language); !ok) return pass_on(ok);
    if (auto ok = check_time_zone("time_zone", p.time_zone); !ok) return pass_on(ok);
    if (p.weekly_hours && (*p.weekly_hours < 0 || *p.weekly_hours > 80))
        return std::unexpected(Error{ErrorCode::invalid, "expected 0 to 80 hours", "weekly_hours", {}});
    if (p.language) u.language = *p.language;
    if (p.time_zone) u.time_zone = *p.time_zone;
    if (p.weekly_hours) u.weekly_hours = *p.weekly_hours;
    if (p.email_notifications) u.email_notifications = *p.email_notifications;
    return {};
}

template <Response (*Reply)(const store::User&)>
Answer<Response> show(const Parts& parts, const Call& call) {
    const auto user = read(parts, [&](sql::Connection& c) {
        return or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
    });
    if (!user) return std::unexpected(user.error());
    return Reply(*user);
}

template <class Patch, Response (*Reply)(const store::User&)>
Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<Patch>();
    if (!body) return std::unexpected(body.error());
    const auto user = write(parts, [&](sql::Connection& c) -> Answer<store::User> {
        auto u = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!u) return u;
        if (auto ok = http::check_if_match(call, http::etag_of(u->version)); !ok) return pass_on(ok);
        if (auto ok = apply(*body, *u); !ok) return pass_on(ok);
        u->updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_user(c, *u)); !ok) return pass_on(ok);
        if (auto told = store::add_event(c, u->id, "settings", u->id, u->updated_at); !told)
            return pass_on(told);
        ++u->version;
        return u;
    });
    if (!user) return std::unexpected(user.error());
    return Reply(*user);
}

}  // namespace

void add_person_routes(http::Router& router, const Parts& parts) {
    router.add(
        {.method = Method::get, .pattern = "/api/profile", .handler = with(parts, show<profile_reply>)});
    router.add({.method = Method::patch,
                .pattern = "/api/profile",
                .handler = with(parts, change<ProfilePatch, profile_reply>)});
    router.add(
        {.method = Method::get, .pattern = "/api/settings", .handler = with(parts, show<settings_reply>)});
    router.add({.method = Method::patch,
                .pattern = "/api/settings",
                .handler = with(parts, change<SettingsPatch, settings_reply>)});
}

}  // namespace headway::api
