// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/erasing.hpp"

#include "api/queueing.hpp"
#include "flows/erase.hpp"
#include "store/accounts.hpp"

namespace headway::api {

Answer<void> check_not_last_admin(sql::Connection& c, const store::User& user) {
    if (user.role != "admin" || user.disabled) return {};
    const auto others = store::count_other_admins(c, user.id);
    if (!others) return std::unexpected(others.error());
    if (*others == 0)
        return http::refuse(409, ErrorCode::conflict, "this is the only admin", {},
                            "Make somebody else an admin first");
    return {};
}

Answer<store::Run> begin_erasure(const Parts& parts, sql::Connection& c, const std::string& caller,
                                 const store::User& user) {
    if (auto ok = check_not_last_admin(c, user); !ok) return pass_on(ok);
    const auto under_way = store::find_erasure(c, user.id);
    if (!under_way) return std::unexpected(under_way.error());
    if (*under_way) return http::refuse(409, ErrorCode::conflict, "this account is being erased already");
    if (auto closed = store::close_account(c, user.id, parts.clock()); !closed) return pass_on(closed);
    store::Run run = make_run(parts, caller, "erase", user.id, json::to_json(flows::EraseInput{user.id}));
    if (caller == user.id) run.subject_id.reset();
    if (auto added = store::add_run(c, run); !added) return pass_on(added);
    return run;
}

}  // namespace headway::api
