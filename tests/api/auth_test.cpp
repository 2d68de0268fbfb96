// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

const std::string registration =
    R"({"email":"Carla@Example.org","password":"correct horse battery","name":"Carla"})";

/// The session cookie of an answer, as a request sends it back, with the mark against forged requests.
http::Headers cookie_of(const http::Response& response) {
    const std::string set(response.header("Set-Cookie").value_or(""));
    return {{"Cookie", set.substr(0, set.find(';'))}, {"X-Headway-Request", "1"}};
}

TEST_F(ApiTest, AnAccountIsMadeAndSignedIn) {
    const auto made = send(nullptr, Method::post, "/api/auth/register", registration);
    ASSERT_EQ(made.status, 201) << made.text();
    const std::string cookie(made.header("Set-Cookie").value_or(""));
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos) << cookie;
    EXPECT_NE(cookie.find("SameSite"), std::string::npos) << cookie;
    const auto session = ask(nullptr, Method::get, "/api/auth/session", {}, cookie_of(made));
    EXPECT_EQ(text_at(session, "user.email"), "carla@example.org");
    EXPECT_EQ(text_at(session, "session.current"), "true");
    EXPECT_EQ(made.text().find("password"), std::string::npos) << "no hash, no password";
}

TEST_F(ApiTest, RegistrationRefusesWhatCannotBe) {
    for (const char* body :
         {R"({"email":"x","password":"correct horse battery"})", R"({"email":"a@b.c","password":"short"})",
          R"({"email":"a@b.c","password":"aaaaaaaaaaaa"})", R"({"email":"a@b.c"})",
          R"({"email":"a@b.c","password":"correct horse battery","role":"admin"})"}) {
        EXPECT_EQ(send(nullptr, Method::post, "/api/auth/register", body).status, 400) << body;
    }
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/register",
                   R"({"email":"ANNA@example.org","password":"correct horse battery"})")
                  .status,
              409);
}

TEST_F(ApiTest, SigningInAndOut) {
    ASSERT_EQ(send(nullptr, Method::post, "/api/auth/register", registration).status, 201);
    const auto in = send(nullptr, Method::post, "/api/auth/login",
                         R"({"email":"carla@example.org","password":"correct horse battery"})");
    ASSERT_EQ(in.status, 200) << in.text();
    const auto headers = cookie_of(in);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/logout", "", headers).status, 204);
    EXPECT_EQ(send(nullptr, Method::get, "/api/auth/session", "", headers).status, 401)
        << "the session has ended";
}

TEST_F(ApiTest, WrongPasswordsAndUnknownAddressesSoundTheSame) {
    ASSERT_EQ(send(nullptr, Method::post, "/api/auth/register", registration).status, 201);
    const auto wrong = ask(nullptr, Method::post, "/api/auth/login",
                           R"({"email":"carla@example.org","password":"wrong password!"})", {}, 401);
    const auto unknown = ask(nullptr, Method::post, "/api/auth/login",
                             R"({"email":"nobody@example.org","password":"wrong password!"})", {}, 401);
    EXPECT_EQ(text_at(wrong, "detail"), text_at(unknown, "detail"));
}

TEST_F(ApiTest, TooManyFailuresHaveToWait) {
    ASSERT_EQ(send(nullptr, Method::post, "/api/auth/register", registration).status, 201);
    const char* wrong = R"({"email":"carla@example.org","password":"wrong password!"})";
    const char* right = R"({"email":"carla@example.org","password":"correct horse battery"})";
    for (int i = 0; i < 5; ++i) EXPECT_EQ(send(nullptr, Method::post, "/api/auth/login", wrong).status, 401);
    const auto blocked = send(nullptr, Method::post, "/api/auth/login", right);
    EXPECT_EQ(blocked.status, 429);
    EXPECT_TRUE(blocked.header("Retry-After"));
    now_ = now_ + std::chrono::minutes(16);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/login", right).status, 200);
}

TEST_F(ApiTest, ACookieAloneCannotChangeAnything) {
    const auto made = send(nullptr, Method::post, "/api/auth/register", registration);
    http::Headers cookie = cookie_of(made);
    cookie.pop_back();
    EXPECT_EQ(send(nullptr, Method::post, "/api/goals", R"({"title":"x"})", cookie).status, 403);
    cookie.emplace_back("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(send(nullptr, Method::post, "/api/goals", R"({"title":"x"})", cookie).status, 403);
    cookie.back() = {"Sec-Fetch-Site", "same-origin"};
    EXPECT_EQ(send(nullptr, Method::post, "/api/goals", R"({"title":"x"})", cookie).status, 201);
}

TEST_F(ApiTest, ChangingThePasswordEndsOtherSessions) {
    const auto first = cookie_of(send(nullptr, Method::post, "/api/auth/register", registration));
    const auto second =
        cookie_of(send(nullptr, Method::post, "/api/auth/login",
                       R"({"email":"carla@example.org","password":"correct horse battery"})"));
    const char* change = R"({"current_password":"correct horse battery","new_password":"another long one"})";
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/password",
                   R"({"current_password":"no","new_password":"another long one"})", first)
                  .status,
              403);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/password", change, first).status, 204);
    EXPECT_EQ(send(nullptr, Method::get, "/api/auth/session", "", first).status, 200);
    EXPECT_EQ(send(nullptr, Method::get, "/api/auth/session", "", second).status, 401);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/login",
                   R"({"email":"carla@example.org","password":"another long one"})")
                  .status,
              200);
}

TEST_F(ApiTest, AccessTokensAreShownOnceAndCanBeRevoked) {
    const auto session = cookie_of(send(nullptr, Method::post, "/api/auth/register", registration));
    const auto made = ask(nullptr, Method::post, "/api/auth/access-tokens",
                          R"({"name":"script","expires_on":"2026-12-01"})", session, 201);
    TestUser carla{"", "", text_at(made, "secret")};
    EXPECT_EQ(send(&carla, Method::get, "/api/goals").status, 200);
    EXPECT_EQ(send(&carla, Method::post, "/api/auth/access-tokens", R"({"name":"more"})").status, 403)
        << "a token makes no tokens";
    const auto listed = ask(nullptr, Method::get, "/api/auth/access-tokens", "", session);
    EXPECT_EQ(boost::json::serialize(listed).find(carla.token), std::string::npos);
    now_ = now_ + std::chrono::days(9);
    EXPECT_EQ(send(&carla, Method::get, "/api/goals").status, 401) << "it has ended";
    now_ = now_ - std::chrono::days(9);
    const std::string id = text_at(made, "token.id");
    EXPECT_EQ(send(&ben, Method::delete_, "/api/auth/access-tokens/" + id).status, 404) << "somebody else's";
    EXPECT_EQ(send(nullptr, Method::delete_, "/api/auth/access-tokens/" + id, "", session).status, 204);
    EXPECT_EQ(send(&carla, Method::get, "/api/goals").status, 401);
}

TEST_F(ApiTest, ProfileAndSettingsChangeWithTheirVersion) {
    const auto tag = matching(anna, "/api/profile");
    const auto changed = ask(&anna, Method::patch, "/api/profile",
                             R"({"name":"Anna","phone":"+4366412345","headline":null})", tag);
    EXPECT_EQ(text_at(changed, "phone"), "+4366412345");
    EXPECT_EQ(send(&anna, Method::patch, "/api/profile", R"({"name":"Other"})", tag).status, 412)
        << "changed meanwhile";
    EXPECT_EQ(send(&anna, Method::patch, "/api/profile", R"({"name":"Other"})").status, 428)
        << "without If-Match";
    EXPECT_EQ(send(&anna, Method::patch, "/api/profile", R"({"phone":"0664 12345"})",
                   matching(anna, "/api/profile"))
                  .status,
              400);
    EXPECT_EQ(send(&anna, Method::patch, "/api/settings", R"({"weekly_hours":200})",
                   matching(anna, "/api/settings"))
                  .status,
              400);
    EXPECT_EQ(
        text_at(ask(&anna, Method::patch, "/api/settings",
                    R"({"weekly_hours":8,"time_zone":"Europe/Vienna"})", matching(anna, "/api/settings")),
                "weekly_hours"),
        "8");
}

}  // namespace
}  // namespace headway::test
