// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sign_in_ways.hpp"

#include "api/handler.hpp"
#include "store/identities.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Method;

struct IdentityWire {
    std::string id;
    std::string issuer;
    std::optional<std::string> email;
    std::string created_at;
    std::string last_used_at;
};
BOOST_DESCRIBE_STRUCT(IdentityWire, (), (id, issuer, email, created_at, last_used_at))

struct WaysWire {
    bool password = false;
    bool email_verified = false;
    std::vector<IdentityWire> identities;
};
BOOST_DESCRIBE_STRUCT(WaysWire, (), (password, email_verified, identities))

Answer<Response> show(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto user = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!user) return std::unexpected(user.error());
        const auto identities = store::list_identities(c, user->id);
        if (!identities) return std::unexpected(identities.error());
        WaysWire out{user->password_hash.has_value(), user->email_verified_at.has_value(), {}};
        for (const auto& i : *identities)
            out.identities.push_back(
                {i.id, i.issuer, i.email, to_string(i.created_at), to_string(i.last_used_at)});
        return http::json_reply(200, out);
    });
}

Answer<Response> disconnect(const Parts& parts, const Call& call) {
    const auto done = write(parts, [&](sql::Connection& c) -> Answer<void> {
        const auto user = or_not_found(store::find_user(c, call.caller.user_id), "there is no such account");
        if (!user) return std::unexpected(user.error());
        const auto identities = store::list_identities(c, user->id);
        if (!identities) return std::unexpected(identities.error());
        const auto gone = store::delete_identity(c, user->id, call.path_value("identity_id"));
        if (!gone) return std::unexpected(gone.error());
        if (!*gone)
            return std::unexpected(Error{ErrorCode::not_found, "there is no such way of signing in", {}, {}});
        if (call.caller.by_token)
            return http::refuse(403, ErrorCode::forbidden, "a token cannot take a way of signing in back");
        if (!user->password_hash && identities->size() == 1)
            return http::refuse(409, ErrorCode::conflict, "it is the only way into this account");
        return {};
    });
    if (!done) return std::unexpected(done.error());
    return http::no_content();
}

}  // namespace

void add_sign_in_way_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/auth/ways", .handler = with(parts, show)});
    router.add({.method = Method::delete_,
                .pattern = "/api/auth/ways/{identity_id}",
                .handler = with(parts, disconnect)});
}

}  // namespace headway::api
