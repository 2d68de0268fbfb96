// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every route of its kind, asked of each: what the contract does not allow is refused, and
// nothing has changed then.
#include <algorithm>

#include "api/bad_bodies.hpp"
#include "api/contract.hpp"
#include "api/everything.hpp"

namespace headway::test {
namespace {

constexpr const char* nothing = "01890a5d-ac96-774b-bcce-b302099a8057";  // an id of no thing

class EveryRouteTest : public EverythingTest {
  protected:
    void SetUp() override {
        EverythingTest::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        ids_ = make_everything();
        before_ = everything_of_anna();
        const auto made = send(nullptr, Method::post, "/api/auth/register",
                               R"({"email":"carla@example.org","password":"correct horse battery"})");
        ASSERT_EQ(made.status, 201);
        const std::string cookie(made.header("Set-Cookie").value_or(""));
        session_ = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
    }
    /// Of whoever may. Some routes are for sessions only: no token makes another token.
    http::Response ask_it(const http::Route& route, const std::string& target, const std::string& body = {},
                          http::Headers headers = {}) {
        const bool session_only = route.pattern == "/api/auth/password" ||
                                  route.pattern == "/api/auth/access-tokens" ||
                                  route.pattern == "/api/my-data/erasures";
        if (!session_only) return send(who_may(route), route.method, target, body, std::move(headers));
        headers.insert(headers.end(), session_.begin(), session_.end());
        headers.emplace_back("X-Headway-Request", "1");
        return send(nullptr, route.method, target, body, std::move(headers));
    }
    void configure(app::Configuration& c) override {
        c.smtp_url = "smtp://127.0.0.1:9";  // routes that send letters are there; no letter is sent
        c.mail_from = "headway@example.org";
        c.public_origin = "http://localhost";
    }
    void TearDown() override {
        if (IsSkipped() || !backend_) return;
        EXPECT_EQ(everything_of_anna(), before_) << "something has changed";
    }
    /// Every route for which the contract lists that answer, with its operation.
    template <class F>
    int each_with(int status, F check) {
        int asked = 0;
        for (const auto& route : dispatch_->router().routes()) {
            const std::string operation = operation_of(*route);
            if (!Contract::shared().lists(operation, status)) continue;
            now_ = now_ + std::chrono::hours(1);  // no limit of an address is reached
            check(*route, operation);
            ++asked;
        }
        return asked;
    }
    http::Response as_it_should_be(const http::Route& route, const std::string& operation,
                                   http::Headers headers) {
        return ask_it(route, path_with(ids_, route.pattern).path, example_with(ids_, operation),
                      std::move(headers));
    }
    Ids ids_;
    std::string before_;
    http::Headers session_;  ///< Of somebody else, who has nothing.
};

TEST_F(EveryRouteTest, RefusesABodyThatBreaksARuleOfTheContract) {
    int bodies = 0;
    each_with(415, [&](const http::Route& route, const std::string& operation) {
        // What stands in it, another protocol decides.
        if (route.pattern == "/mcp") return;
        const auto schema = Contract::shared().body_schema(operation);
        if (schema.is_null()) return;  // a form
        auto good = Contract::shared().example_body(operation);
        take_ids(good, ids_);
        for (const BadBody& bad : bad_bodies(Contract::shared().document(), schema, good)) {
            const std::string text = boost::json::serialize(bad.body);
            if (text.size() > route.body_limit) continue;
            now_ = now_ + std::chrono::hours(1);
            const auto reply = ask_it(route, path_with(ids_, route.pattern).path, text, {{"If-Match", "*"}});
            const std::string what = operation + ": " + bad.what + "\n" + std::string(reply.text());
            ++bodies;
            if (reply.status == 404 && bad.field.ends_with("_id")) continue;       // an id that is none
            if (reply.status == 403 && bad.field.ends_with("password")) continue;  // a wrong one anyway
            EXPECT_EQ(reply.status, 400) << what;
            EXPECT_NE(reply.text().find(R"("errors":[{"field":")"), std::string_view::npos)
                << what << "\nnames no field";
        }
    });
    EXPECT_GT(bodies, 400);
}

TEST_F(EveryRouteTest, RefusesABodyOfAnotherType) {
    EXPECT_GT(each_with(415,
                        [&](const http::Route& route, const std::string& operation) {
                            const auto reply =
                                as_it_should_be(route, operation, {{"Content-Type", "application/xml"}});
                            EXPECT_EQ(reply.status, 415) << operation << reply.text();
                        }),
              40);
}

TEST_F(EveryRouteTest, ChangesOnlyWhatWasSeenAsItIs) {
    EXPECT_GT(each_with(428,
                        [&](const http::Route& route, const std::string& operation) {
                            EXPECT_EQ(as_it_should_be(route, operation, {}).status, 428) << operation;
                            const auto late = as_it_should_be(route, operation, {{"If-Match", "\"of old\""}});
                            EXPECT_EQ(late.status, 412) << operation << late.text();
                        }),
              20);
}

TEST_F(EveryRouteTest, FindsNothingForIdsOfNothing) {
    Ids gone = ids_;
    for (auto& [name, id] : gone) id = nothing;
    EXPECT_GT(each_with(404,
                        [&](const http::Route& route, const std::string& operation) {
                            const auto [path, has_ids] = path_with(gone, route.pattern);
                            const std::string body = example_with(gone, operation);
                            if (!has_ids && body.find(nothing) == std::string::npos) return;
                            // Of reports on a job there may be none.
                            if (route.pattern == "/api/gap/by-job/{job_id}") return;
                            const auto reply = ask_it(route, path, body, {{"If-Match", "*"}});
                            const bool of_the_body = !has_ids && reply.status == 400;
                            EXPECT_TRUE(of_the_body || reply.status == 404) << operation << reply.text();
                        }),
              60);
}

TEST_F(EveryRouteTest, RefusesAParameterThatItDoesNotKnow) {
    EXPECT_GT(each_with(400,
                        [&](const http::Route& route, const std::string& operation) {
                            // Addresses of mails and of the way back from an issuer come with whatever those
                            // who carry them add; a stream that opened would not end.
                            const bool for_anyone =
                                route.access == http::Access::public_ || route.access == http::Access::known;
                            if (for_anyone || route.streams) return;
                            if (route.method != Method::get) return;
                            const auto reply =
                                send(who_may(route), route.method,
                                     path_with(ids_, route.pattern).path + "?no_such_parameter=1");
                            EXPECT_EQ(reply.status, 400) << operation << reply.text();
                        }),
              40);
}

TEST_F(EveryRouteTest, RefusesAnAddressThatIsDamaged) {
    EXPECT_GT(each_with(400,
                        [&](const http::Route& route, const std::string& operation) {
                            const auto reply = ask_it(route, path_with(ids_, route.pattern).path + "?x=%zz");
                            EXPECT_EQ(reply.status, 400) << operation << reply.text();
                        }),
              80);
}

/// A form of another web site has the cookie, but cannot send the header.
TEST_F(EveryRouteTest, DoesNothingForAnotherWebSite) {
    EXPECT_GT(each_with(403,
                        [&](const http::Route& route, const std::string& operation) {
                            if (route.method == Method::get) return;
                            // Who needs no account has no cookie either; a browser says where it comes from.
                            const bool for_anyone =
                                route.access == http::Access::public_ || route.access == http::Access::known;
                            for (const char* site : {"", "cross-site"}) {
                                if (for_anyone && *site == '\0') continue;
                                http::Headers headers = session_;
                                if (*site != '\0') headers.emplace_back("Sec-Fetch-Site", site);
                                const auto reply =
                                    send(nullptr, route.method, path_with(ids_, route.pattern).path,
                                         example_with(ids_, operation), headers);
                                EXPECT_EQ(reply.status, 403) << operation << reply.text();
                            }
                        }),
              80);
}

TEST_F(EveryRouteTest, SendsAgainOnlyWhatHasChanged) {
    EXPECT_GT(
        each_with(
            304,
            [&](const http::Route& route, const std::string& operation) {
                if (route.pattern.starts_with("/calendar/")) return;  // its secret is told once
                const std::string path = path_with(ids_, route.pattern).path;
                const auto first = send(who_may(route), Method::get, path);
                ASSERT_EQ(first.status, 200) << operation << first.text();
                const std::string tag(first.header("ETag").value_or("none"));
                EXPECT_EQ(send(who_may(route), Method::get, path, "", {{"If-None-Match", tag}}).status, 304)
                    << operation;
            }),
        10);
}

/// Each costs something, so each can be sent twice by mistake.
class EveryIntentTest : public EverythingTest {};

TEST_F(EveryIntentTest, HasAKeyOfItsOwn) {
    const Ids ids = make_everything();
    int asked = 0;
    for (const auto& route : dispatch_->router().routes()) {
        const std::string operation = operation_of(*route);
        if (!Contract::shared().takes_header(operation, "Idempotency-Key")) continue;
        if (Contract::shared().lists(operation, 415) && Contract::shared().body_schema(operation).is_null())
            continue;  // a form: ExportTest sends one twice
        // Another server is asked: FetchTest and LearningAdviceTest have one.
        if (route->pattern == "/api/jobs/fetch-external/test" || route->pattern == "/api/learn/advise" ||
            route->pattern == "/api/learn/{learning_item_id}/check-url")
            continue;
        ++asked;
        const std::string path = path_with(ids, route->pattern).path;
        const std::string body = example_with(ids, operation);
        const auto with_key = [&](const std::string& target, const char* key) {
            return send(who_may(*route), route->method, target, body, {{"Idempotency-Key", key}});
        };
        EXPECT_EQ(with_key(path, "short").status, 400) << operation;
        const auto first = with_key(path, "the-same-key");
        EXPECT_LT(first.status, 300) << operation << first.text();
        const auto again = with_key(path, "the-same-key");
        EXPECT_EQ(again.status, first.status) << operation;
        EXPECT_EQ(again.text(), first.text()) << operation;
        const auto other = with_key(path + "?another=request", "the-same-key");
        EXPECT_EQ(other.status, 409) << operation << other.text();
    }
    EXPECT_GE(asked, 9);
}

}  // namespace
}  // namespace headway::test
