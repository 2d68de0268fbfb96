// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/admin.hpp"
#include "api/erasing.hpp"
#include "api/input.hpp"
#include "api/model_usage.hpp"
#include "api/plans.hpp"
#include "api/quotas.hpp"
#include "api/wire_run.hpp"
#include "api/wire_user.hpp"
#include "base/id.hpp"
#include "store/accounts.hpp"
#include "store/credentials.hpp"
#include "store/quotas.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

constexpr std::int64_t most_of_anything = 1'000'000;
constexpr std::int64_t most_bytes = 1'000'000'000'000;

struct AdminUserWire {
    std::string id;
    std::string email;
    std::string name;
    std::string role;
    bool disabled = false;
    std::string plan;
    std::optional<std::string> renews_on;
    std::vector<QuotaWire> quotas;
    ModelMonthWire model_use;  ///< Of the server's model, this month.
    std::optional<std::string> last_seen_at;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AdminUserWire, (),
                      (id, email, name, role, disabled, plan, renews_on, quotas, model_use, last_seen_at,
                       created_at, updated_at, version))

struct NewUser {
    std::string email;
    std::string password;
    std::optional<std::string> name;
    std::optional<std::string> role;
    std::optional<std::string> plan;
};
BOOST_DESCRIBE_STRUCT(NewUser, (), (email, password, name, role, plan))

/// Limits that differ from the plan's; null: the plan's again.
struct QuotaLimits {
    json::Patch<std::int64_t> resumes;
    json::Patch<std::int64_t> jobs;
    json::Patch<std::int64_t> notes;
    json::Patch<std::int64_t> storage_bytes;
    json::Patch<std::int64_t> reports_per_day;
    json::Patch<std::int64_t> learning_per_day;
    json::Patch<std::int64_t> fetches_per_day;
    json::Patch<std::int64_t> answers_per_day;
};
BOOST_DESCRIBE_STRUCT(QuotaLimits, (),
                      (resumes, jobs, notes, storage_bytes, reports_per_day, learning_per_day,
                       fetches_per_day, answers_per_day))

struct UserPatch {
    std::optional<std::string> name;
    std::optional<std::string> role;
    std::optional<bool> disabled;
    std::optional<std::string> plan;
    json::Patch<std::string> renews_on;
    std::optional<QuotaLimits> quotas;
};
BOOST_DESCRIBE_STRUCT(UserPatch, (), (name, role, disabled, plan, renews_on, quotas))

/// Routes that hash passwords.
struct Admin {
    const Parts& parts;
    const Passwords& passwords;
};

Result<AdminUserWire> account_wire(const Parts& parts, sql::Connection& c, const store::User& u) {
    auto quotas = quotas_of(parts, c, u);
    if (!quotas) return pass_on(quotas);
    auto used = server_model_use(parts, c, u.id);
    if (!used) return pass_on(used);
    const auto seen = store::last_seen(c, u.id);
    if (!seen) return std::unexpected(seen.error());
    return AdminUserWire{u.id,
                         u.email,
                         u.name,
                         u.role,
                         u.disabled,
                         u.plan,
                         optional_text(u.renews_on),
                         std::move(*quotas),
                         std::move(*used),
                         optional_text(*seen),
                         to_string(u.created_at),
                         to_string(u.updated_at),
                         u.version};
}

Answer<Response> reply(const Parts& parts, sql::Connection& c, int status, const store::User& u) {
    auto wire = account_wire(parts, c, u);
    if (!wire) return pass_on(wire);
    return versioned_reply(status, *wire, u.version);
}

Answer<store::User> get_user(sql::Connection& c, const Call& call) {
    return or_not_found(store::find_user(c, call.path_value("user_id")), "there is no such account");
}

Answer<store::AccountFilter> filter_of(const Call& call) {
    store::AccountFilter f;
    if (const auto q = call.query_value("q")) {
        if (auto ok = check_text("q", *q, 1, 200); !ok) return pass_on(ok);
        f.text = *q;
    }
    if (const auto role = call.query_value("role")) {
        if (auto ok = check_word("role", *role, {"user", "admin"}); !ok) return pass_on(ok);
        f.role = *role;
    }
    if (const auto disabled = call.query_value("disabled")) {
        if (auto ok = check_word("disabled", *disabled, {"true", "false"}); !ok) return pass_on(ok);
        f.disabled = *disabled == "true";
    }
    return f;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"q", "role", "disabled", "limit", "cursor"}); !ok) return pass_on(ok);
    const auto filter = filter_of(call);
    if (!filter) return std::unexpected(filter.error());
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const std::string name =
        "accounts " + filter->role + "|" + call.query_value("disabled").value_or("") + "|" + filter->text;
    const auto after = http::read_cursor<std::string>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        auto users = store::list_accounts(c, *filter, *after, page->limit + 1);
        if (!users) return pass_on(users);
        List<AdminUserWire> out;
        if (users->size() > page->limit) {
            users->resize(page->limit);
            out.next_cursor = http::make_cursor(parts.cursors, name, users->back().email);
        }
        for (const store::User& u : *users) {
            auto wire = account_wire(parts, c, u);
            if (!wire) return pass_on(wire);
            out.items.push_back(std::move(*wire));
        }
        return list_reply(out);
    });
}

Answer<Response> create(const Admin& admin, const Call& call) {
    const Parts& parts = admin.parts;
    const auto body = call.body<NewUser>();
    if (!body) return std::unexpected(body.error());
    const auto email = check_email("email", body->email);
    if (!email) return std::unexpected(email.error());
    if (auto ok = Passwords::check_strength(body->password); !ok) return pass_on(ok);
    if (auto ok = check_optional_text("name", body->name, 0, 200); !ok) return pass_on(ok);
    store::User user;
    user.role = body->role.value_or("user");
    user.plan = body->plan.value_or("free");
    if (auto ok = check_word("role", user.role, {"user", "admin"}); !ok) return pass_on(ok);
    if (auto ok = check_word("plan", user.plan, {"free", "plus", "host"}); !ok) return pass_on(ok);
    auto hash = admin.passwords.hash(body->password);
    if (!hash) return pass_on(hash);
    user.id = make_uuid();
    user.email = *email;
    user.name = body->name.value_or("");
    user.password_hash = std::move(*hash);
    user.created_at = user.updated_at = parts.clock();
    user.email_verified_at = user.created_at;  // an administrator says that it is theirs
    auto out = write(parts, [&](sql::Connection& c) -> Answer<Response> {
        if (auto added = store::add_user(c, user); !added) {
            if (added.error().code != ErrorCode::conflict) return pass_on(added);
            return http::refuse(409, ErrorCode::conflict, "this address has an account already", "email");
        }
        return reply(parts, c, 201, user);
    });
    if (out) out->set_header("Location", "/api/admin/users/" + user.id);
    return out;
}

Answer<Response> show(const Parts& parts, const Call& call) {
    return read(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto user = get_user(c, call);
        if (!user) return std::unexpected(user.error());
        return reply(parts, c, 200, *user);
    });
}

Answer<void> apply(const UserPatch& p, store::User& u) {
    if (p.name) u.name = *p.name;
    if (p.role) u.role = *p.role;
    if (p.disabled) u.disabled = *p.disabled;
    if (p.plan) u.plan = *p.plan;
    if (p.renews_on) {
        auto day = check_date("renews_on", *p.renews_on);
        if (!day) return pass_on(day);
        u.renews_on = *day;
    }
    if (auto ok = check_text("name", u.name, 0, 200); !ok) return pass_on(ok);
    if (auto ok = check_word("role", u.role, {"user", "admin"}); !ok) return pass_on(ok);
    if (auto ok = check_word("plan", u.plan, {"free", "plus", "host"}); !ok) return pass_on(ok);
    return {};
}

Answer<void> set_limits(sql::Connection& c, const std::string& user_id, const QuotaLimits& limits) {
    Answer<void> out;
    boost::mp11::mp_for_each<boost::describe::describe_members<QuotaLimits, boost::describe::mod_public>>(
        [&](auto d) {
            const auto& limit = limits.*d.pointer;
            if (!out || !limit) return;
            const std::string name = d.name;
            const std::int64_t most = name == "storage_bytes" ? most_bytes : most_of_anything;
            if (*limit && (**limit < 0 || **limit > most)) {
                out = std::unexpected(
                    Error{ErrorCode::invalid, "expected 0 to " + std::to_string(most), "quotas." + name, {}});
                return;
            }
            if (auto set = store::set_quota_limit(c, user_id, name, *limit); !set)
                out = std::unexpected(set.error());
        });
    return out;
}

/// What a change of an account brings with it.
Answer<void> follow_up(sql::Connection& c, const store::User& before, const store::User& after) {
    const bool was_admin = before.role == "admin" && !before.disabled;
    if (was_admin && (after.role != "admin" || after.disabled)) {
        if (auto ok = check_not_last_admin(c, before); !ok) return ok;
    }
    if (before.disabled && !after.disabled) {
        const auto erasure = store::find_erasure(c, before.id);
        if (!erasure) return std::unexpected(erasure.error());
        if (*erasure) return http::refuse(409, ErrorCode::conflict, "this account is being erased");
        if (auto stays = store::withdraw_erasures(c, before.id); !stays) return pass_on(stays);
    }
    if (after.disabled && !before.disabled) {
        if (auto ended = store::delete_sessions(c, after.id, ""); !ended) return pass_on(ended);
    }
    return {};
}

Answer<Response> change(const Parts& parts, const Call& call) {
    const auto body = call.body<UserPatch>();
    if (!body) return std::unexpected(body.error());
    if (!body->name && !body->role && !body->disabled && !body->plan && !body->renews_on && !body->quotas)
        return std::unexpected(Error{ErrorCode::invalid, "expected at least one field", {}, {}});
    return write(parts, [&](sql::Connection& c) -> Answer<Response> {
        const auto before = get_user(c, call);
        if (!before) return std::unexpected(before.error());
        if (auto ok = http::check_if_match(call, http::etag_of(before->version)); !ok) return pass_on(ok);
        store::User user = *before;
        if (auto ok = apply(*body, user); !ok) return pass_on(ok);
        if (auto ok = follow_up(c, *before, user); !ok) return pass_on(ok);
        user.updated_at = parts.clock();
        if (auto ok = or_conflict(store::change_user(c, user)); !ok) return pass_on(ok);
        ++user.version;
        if (body->quotas) {
            if (auto ok = set_limits(c, user.id, *body->quotas); !ok) return pass_on(ok);
        }
        return reply(parts, c, 200, user);
    });
}

Answer<Response> remove(const Parts& parts, const Call& call) {
    const auto run = write(parts, [&](sql::Connection& c) -> Answer<store::Run> {
        const auto user = get_user(c, call);
        if (!user) return std::unexpected(user.error());
        if (auto ok = http::check_if_match(call, http::etag_of(user->version)); !ok) return pass_on(ok);
        return begin_erasure(parts, c, call.caller.user_id, *user);
    });
    if (!run) return std::unexpected(run.error());
    return http::json_reply(202, to_wire(*run));
}

}  // namespace

void add_admin_user_routes(http::Router& router, const Parts& parts, const Passwords& passwords) {
    constexpr auto access = Access::admin;
    constexpr auto one = "/api/admin/users/{user_id}";
    router.add({.method = Method::get,
                .pattern = "/api/admin/users",
                .access = access,
                .handler = with(parts, list)});
    router.add(
        {.method = Method::post,
         .pattern = "/api/admin/users",
         .access = access,
         .handler = [admin = Admin{parts, passwords}](const Call& call) { return create(admin, call); }});
    router.add({.method = Method::get, .pattern = one, .access = access, .handler = with(parts, show)});
    router.add({.method = Method::patch, .pattern = one, .access = access, .handler = with(parts, change)});
    router.add({.method = Method::delete_, .pattern = one, .access = access, .handler = with(parts, remove)});
}

}  // namespace headway::api
