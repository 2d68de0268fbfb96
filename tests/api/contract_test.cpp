// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/contract.hpp"

#include <set>

#include "api/credentials.hpp"
#include "api/server_fixture.hpp"
#include "base/id.hpp"

namespace headway::test {
namespace {

std::string access_name(http::Access access) {
    switch (access) {
        case http::Access::public_:
        case http::Access::known:
            return "public";
        case http::Access::user:
            return "user";
        case http::Access::admin:
            return "admin";
    }
    return {};
}

TEST_F(ApiTest, RoutesAndContractAreTheSame) {
    const auto& contract = Contract::shared().operations();
    std::set<std::string> served;
    for (const auto& route : dispatch_->router().routes()) {
        const std::string operation = std::string(to_string(route->method)) + " " + route->pattern;
        served.insert(operation);
        const auto described = contract.find(operation);
        if (described == contract.end()) {
            ADD_FAILURE() << operation << " is not in the contract";
            continue;
        }
        EXPECT_EQ(access_name(route->access), described->second) << operation;
    }
    for (const auto& [operation, unused] : contract)
        EXPECT_TRUE(served.contains(operation)) << operation << " is not served";
}

/// A token and a session that were good, used, and revoked since.
class RevokedTest : public ApiTest {
  protected:
    TestUser revoked_token() {
        TestUser out = anna;
        out.token = "hwt_" + make_secret(32);
        const std::string id = make_uuid();
        const auto added = parts().database.write([&](sql::Connection& c) {
            return store::add_access_token(c, anna.id, {id, "second", "hwt_seco", now_, {}, {}},
                                           api::hash_secret(out.token));
        });
        EXPECT_TRUE(added);
        EXPECT_EQ(send(&out, Method::get, "/api/profile").status, 200) << "it is good";
        EXPECT_EQ(send(&anna, Method::delete_, "/api/auth/access-tokens/" + id).status, 204);
        return out;
    }
    http::Headers ended_session() {
        const auto made = send(nullptr, Method::post, "/api/auth/register",
                               R"({"email":"carla@example.org","password":"correct horse battery"})");
        EXPECT_EQ(made.status, 201);
        const std::string cookie(made.header("Set-Cookie").value_or(""));
        const http::Headers out = {{"Cookie", cookie.substr(0, cookie.find(';'))},
                                   {"X-Headway-Request", "1"}};
        EXPECT_EQ(send(nullptr, Method::get, "/api/profile", "", out).status, 200) << "it is good";
        EXPECT_EQ(send(nullptr, Method::post, "/api/auth/logout", "", out).status, 204);
        return out;
    }
};

TEST_F(RevokedTest, OnlyPublicRoutesAnswerWithoutACredentialInForce) {
    const TestUser revoked = revoked_token();
    const http::Headers ended = ended_session();
    for (const auto& route : dispatch_->router().routes()) {
        if (route->access == http::Access::public_ || route->access == http::Access::known) continue;
        std::string path = route->pattern;
        for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{'))
            path.replace(open, path.find('}') - open + 1, "01890a5d-ac96-774b-bcce-b302099a8057");
        EXPECT_EQ(send(nullptr, route->method, path, route->method == Method::get ? "" : "{}").status, 401)
            << path;
        EXPECT_EQ(send(&revoked, route->method, path, route->method == Method::get ? "" : "{}").status, 401)
            << path;
        EXPECT_EQ(send(nullptr, route->method, path, route->method == Method::get ? "" : "{}", ended).status,
                  401)
            << path;
        if (route->access == http::Access::admin) {
            EXPECT_EQ(send(&anna, route->method, path, route->method == Method::get ? "" : "{}").status, 403)
                << path;
        }
    }
}

TEST_F(ApiTest, BodiesAboveTheLimitOfTheirRouteAreRefused) {
    int asked = 0;
    for (const auto& route : dispatch_->router().routes()) {
        const std::string operation = std::string(to_string(route->method)) + " " + route->pattern;
        if (!Contract::shared().lists(operation, 413)) continue;
        ++asked;
        std::string path = route->pattern;
        for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{'))
            path.replace(open, path.find('}') - open + 1, "01890a5d-ac96-774b-bcce-b302099a8057");
        const TestUser* user = route->access == http::Access::admin ? &admin : &anna;
        const auto response =
            send(user, route->method, path, "{" + std::string(route->body_limit, ' '), {{"If-Match", "*"}});
        EXPECT_EQ(response.status, 413) << operation;
    }
    EXPECT_GT(asked, 40);
}

TEST_F(ApiTest, IdsOfNothingAreNotFound) {
    for (const auto& route : dispatch_->router().routes()) {
        if (route->pattern.find("_id}") == std::string::npos || route->access != http::Access::user) continue;
        for (const char* id :
             {"01890a5d-ac96-774b-bcce-b302099a8057", "1", "..%2f..%2fetc%2fpasswd", "%27%20or%201%3D1--"}) {
            std::string path = route->pattern;
            for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{'))
                path.replace(open, path.find('}') - open + 1, id);
            const bool reads = route->method == Method::get || route->method == Method::delete_;
            const auto response = send(&anna, route->method, path, reads ? "" : "{}");
            // Reports on a job that is not there: there are none. O*NET does have an element "1".
            if (route->pattern == "/api/gap/by-job/{job_id}" ||
                route->pattern == "/api/skills/onet/{element_id}")
                continue;
            EXPECT_TRUE(response.status == 404 || response.status == 400)
                << path << " " << response.status << response.text();
        }
    }
}

}  // namespace
}  // namespace headway::test
