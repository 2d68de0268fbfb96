// SPDX-License-Identifier: GPL-3.0-or-later
// Every route is asked with the ids of somebody else's things, in the path and in the body: nothing of theirs
// comes back, and nothing of theirs changes.
#include <set>

#include "api/contract.hpp"
#include "api/everything.hpp"

namespace headway::test {
namespace {

class OwnershipTest : public EverythingTest {};

/// Neither another user nor an administrator, who has no more than they on these routes.
TEST_F(OwnershipTest, NoRouteReadsOrChangesWhatBelongsToAnother) {
    const auto ids = make_everything();
    const std::string before = everything_of_anna();
    // Asking for reports on a job gives one's own, of which there are none.
    const std::set<std::string> about_ones_own = {"GET /api/gap/by-job/{job_id}",
                                                  "DELETE /api/gap/by-job/{job_id}"};
    int asked = 0;
    for (const auto& route : dispatch_->router().routes()) {
        if (route->access != http::Access::user) continue;
        const std::string operation = operation_of(*route);
        if (operation.find("/api/auth/") != std::string::npos && operation.find('{') == std::string::npos)
            continue;
        if ((route->streams && route->method == Method::get) || route->pattern.starts_with("/api/my-data"))
            continue;
        auto [path, foreign] = path_with(ids, route->pattern);
        auto body = Contract::shared().example_body(operation);
        if (!body.is_null()) foreign = take_ids(body, ids) > 0 || foreign;
        for (const TestUser* other : {&ben, &admin}) {
            const auto reply = send(other, route->method, path,
                                    body.is_null() ? "" : boost::json::serialize(body), {{"If-Match", "*"}});
            const std::string who = operation + " as " + other->email + " " + std::string(reply.text());
            EXPECT_EQ(reply.text().find(secret), std::string_view::npos) << who;
            if (!foreign) continue;
            ++asked;
            if (!about_ones_own.contains(operation)) {
                EXPECT_GE(reply.status, 400) << who;
            }
            EXPECT_NE(reply.status, 500) << who;
        }
    }
    EXPECT_GT(asked, 100);
    EXPECT_EQ(everything_of_anna(), before);
}

}  // namespace
}  // namespace headway::test
