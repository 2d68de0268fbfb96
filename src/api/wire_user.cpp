// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_user.hpp"

namespace headway::api {

UserWire to_wire(const store::User& u) {
    return {u.id, u.email, u.name, u.role, to_string(u.created_at)};
}

SessionWire to_wire(const store::Session& s, bool current) {
    return {s.id,
            current,
            s.user_agent,
            s.address,
            to_string(s.created_at),
            to_string(s.last_seen_at),
            to_string(s.expires_at)};
}

AccessTokenWire to_wire(const store::AccessToken& t) {
    return {t.id,
            t.name,
            t.hint,
            to_string(t.created_at),
            optional_text(t.last_used_at),
            optional_text(t.expires_at),
            t.scope};
}

std::optional<std::string> optional_text(const std::optional<Timestamp>& time) {
    return time ? std::optional(to_string(*time)) : std::nullopt;
}

std::optional<std::string> optional_text(const std::optional<Date>& day) {
    return day ? std::optional(to_string(*day)) : std::nullopt;
}

}  // namespace headway::api
