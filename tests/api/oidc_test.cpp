// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in by an issuer: oidc-provider, on loopback.
#include <thread>

#include "api/server_fixture.hpp"
#include "store/users.hpp"
#include "support/issuer.hpp"

namespace headway::test {
namespace {

const boost::json::object people = {
    {"ines", {{"email", "Ines@mail.example"}, {"email_verified", true}, {"name", "Ines Okafor"}}},
    {"anna", {{"email", "anna@example.org"}, {"email_verified", true}}},
    {"vague", {{"email", "vague@mail.example"}, {"email_verified", false}}},
    {"silent", {{"name", "Silent"}}},
    {"far", {{"email", "far@elsewhere.example"}, {"email_verified", true}}},
};

/// The parts of Set-Cookie that a browser sends back.
std::string cookies_of(const http::Response& response) {
    std::string out;
    for (const auto& [name, value] : response.headers) {
        if (name == "Set-Cookie") out += (out.empty() ? "" : "; ") + value.substr(0, value.find(';'));
    }
    return out;
}

class OidcTest : public ApiTest {
  protected:
    void SetUp() override {
        issuer_ = TestIssuer::start(people);
        HEADWAY_NEEDS_ISSUER(issuer_);
        now_ = system_now();  // the issuer has no other
        ApiTest::SetUp();
    }
    void configure(app::Configuration& c) override {
        c.oidc_issuer = issuer_->url();
        c.oidc_client_id = TestIssuer::client_id;
        c.oidc_client_secret = TestIssuer::client_secret;
        c.oidc_audience = TestIssuer::audience;
        c.oidc_first_sign_in = "link,create";
        c.oidc_domains = {"Mail.example", "example.org"};
        c.oidc_name = "Test issuer";
    }

    struct Begun {
        std::string address;
        http::Headers cookie;
    };
    Begun begin(const std::string& query = "?next=/goals") {
        const auto started = send(nullptr, Method::get, "/api/auth/oidc/start" + query);
        EXPECT_EQ(started.status, 303) << started.text();
        return {std::string(started.header("Location").value_or("")), {{"Cookie", cookies_of(started)}}};
    }
    static std::string path_of(const std::string& address) {
        return address.substr(std::string("http://localhost").size());
    }
    /// All the way as this person of the issuer's.
    http::Response sign_in(const std::string& as) {
        const Begun begun = begin();
        return send(nullptr, Method::get, path_of(issuer_->sign_in(begun.address, as)), {}, begun.cookie);
    }
    http::Headers session_of(const http::Response& response) {
        return {{"Cookie", cookies_of(response)}, {"X-Headway-Request", "1"}};
    }
    static void expect_problem(const http::Response& response, const std::string& problem) {
        EXPECT_EQ(response.status, 303);
        const std::string location(response.header("Location").value_or(""));
        EXPECT_EQ(location.substr(0, location.find('&')), "/sign-in?problem=" + problem) << location;
        EXPECT_EQ(cookies_of(response).find("headway_session"), std::string::npos);
    }
    void prove_address(const TestUser& user) {
        const auto done = parts().database.write([&](sql::Connection& c) -> Result<void> {
            auto found = store::find_user(c, user.id);
            (*found)->email_verified_at = now_;
            const auto changed = store::change_user(c, **found);
            if (!changed) return std::unexpected(changed.error());
            return {};
        });
        ASSERT_TRUE(done);
    }
    int status_with(const std::string& token) {
        TestUser bearer;
        bearer.token = token;
        return send(&bearer, Method::get, "/api/goals").status;
    }
    std::string minted(boost::json::object claims, const char* by, boost::json::object header = {}) {
        return issuer_->mint({{"claims", std::move(claims)}, {"header", std::move(header)}, {"by", by}});
    }

    std::unique_ptr<TestIssuer> issuer_;
};

TEST_F(OidcTest, AFirstSignInMakesAnAccountAndALaterOneFindsIt) {
    const auto about = ask(nullptr, Method::get, "/api/about");
    EXPECT_EQ(text_at(about, "issuer_name"), "Test issuer");
    EXPECT_EQ(text_at(about, "sign_in.1"), "oidc");
    const auto in = sign_in("ines");
    ASSERT_EQ(in.status, 303) << in.text();
    EXPECT_EQ(in.header("Location"), "/goals");
    const auto session = ask(nullptr, Method::get, "/api/auth/session", {}, session_of(in));
    EXPECT_EQ(text_at(session, "user.email"), "ines@mail.example");
    EXPECT_EQ(text_at(session, "user.name"), "Ines Okafor");
    const auto again = ask(nullptr, Method::get, "/api/auth/session", {}, session_of(sign_in("ines")));
    EXPECT_EQ(text_at(again, "user.id"), text_at(session, "user.id"));
    const auto ways = ask(nullptr, Method::get, "/api/auth/ways", {}, session_of(in));
    EXPECT_EQ(text_at(ways, "password"), "false");
    EXPECT_EQ(text_at(ways, "email_verified"), "true");
    EXPECT_EQ(text_at(ways, "identities.0.issuer"), issuer_->url());
}

TEST_F(OidcTest, AProvedAddressOpensItsAccountButAnUnprovedOneDoesNot) {
    expect_problem(sign_in("anna"), "sign_in_first");  // whoever registered the address here never proved it
    prove_address(anna);
    const auto session = ask(nullptr, Method::get, "/api/auth/session", {}, session_of(sign_in("anna")));
    EXPECT_EQ(text_at(session, "user.id"), anna.id);
}

TEST_F(OidcTest, WhoeverTheIssuerDoesNotVouchForIsTurnedAway) {
    expect_problem(sign_in("vague"), "unverified");
    expect_problem(sign_in("silent"), "no_email");
    expect_problem(sign_in("far"), "domain");
    expect_problem(sign_in("deny"), "cancelled");
    EXPECT_EQ(ask(&admin, Method::get, "/api/admin/users").at("items").as_array().size(), 3U);
}

TEST_F(OidcTest, ADisabledAccountStaysShut) {
    prove_address(anna);
    const auto in = session_of(sign_in("anna"));
    const std::string token = issuer_->api_token("anna");
    EXPECT_EQ(status_with(token), 200);
    const std::string path = "/api/admin/users/" + anna.id;
    ask(&admin, Method::patch, path, R"({"disabled":true})", matching(admin, path));
    expect_problem(sign_in("anna"), "disabled");
    EXPECT_EQ(send(nullptr, Method::get, "/api/goals", {}, in).status, 401);
    EXPECT_EQ(status_with(token), 401);
}

TEST_F(OidcTest, WhatComesBackMustBelongToThisBrowsersAttempt) {
    const Begun mine = begin();
    const std::string back = path_of(issuer_->sign_in(mine.address, "ines"));
    const Begun other = begin();
    expect_problem(send(nullptr, Method::get, back), "expired");
    expect_problem(send(nullptr, Method::get, back, {}, other.cookie), "expired");
    expect_problem(send(nullptr, Method::get, back, {}, {{"Cookie", "headway_sign_in=AAAA"}}), "expired");
    const std::string of_others = path_of(issuer_->sign_in(other.address, "ines"));
    // The code of one attempt with the state of another: PKCE and the nonce part them.
    const auto code = [](const std::string& address) {
        const std::size_t at = address.find("code=");
        return address.substr(at, address.find('&', at) - at);
    };
    std::string mixed = of_others;
    mixed.replace(mixed.find("code="), code(of_others).size(), code(back));
    expect_problem(send(nullptr, Method::get, mixed, {}, other.cookie), "failed");
    now_ = now_ + std::chrono::minutes(11);
    const Begun late = begin();
    now_ = now_ + std::chrono::minutes(10);
    expect_problem(
        send(nullptr, Method::get, path_of(issuer_->sign_in(late.address, "ines")), {}, late.cookie),
        "expired");
}

TEST_F(OidcTest, ACodeServesOnce) {
    const Begun begun = begin();
    const std::string back = path_of(issuer_->sign_in(begun.address, "ines"));
    EXPECT_EQ(send(nullptr, Method::get, back, {}, begun.cookie).header("Location"), "/goals");
    expect_problem(send(nullptr, Method::get, back, {}, begun.cookie), "failed");
    const Begun again = begin();
    std::string address = path_of(issuer_->sign_in(again.address, "ines"));
    address.replace(address.find("iss="), std::string::npos, "iss=https%3A%2F%2Fevil.example");
    expect_problem(send(nullptr, Method::get, address, {}, again.cookie), "failed");
}

TEST_F(OidcTest, NoOtherSiteIsComeBackTo) {
    for (const char* next :
         {"?next=https://evil.example/", "?next=//evil.example", "?next=/%5Cevil.example", ""}) {
        const Begun begun = begin(next);
        const auto in =
            send(nullptr, Method::get, path_of(issuer_->sign_in(begun.address, "ines")), {}, begun.cookie);
        EXPECT_EQ(in.header("Location"), "/dashboard") << next;
    }
}

TEST_F(OidcTest, SigningOutLeadsToTheIssuerWithItsHint) {
    const auto in = sign_in("ines");
    const auto out = ask(nullptr, Method::post, "/api/auth/logout", {}, session_of(in));
    const std::string address = text_at(out, "continue_at");
    EXPECT_EQ(address.find(issuer_->url() + "/session/end?"), 0U) << address;
    EXPECT_NE(address.find("id_token_hint=eyJ"), std::string::npos);
    EXPECT_NE(address.find("post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F"), std::string::npos);
    EXPECT_EQ(send(nullptr, Method::get, "/api/goals", {}, session_of(in)).status, 401);
}

TEST_F(OidcTest, AWayOfSigningInIsAddedAndTakenBackByItsOwner) {
    const auto made = send(nullptr, Method::post, "/api/auth/register",
                           R"({"email":"carla@mail.example","password":"correct horse battery"})");
    const std::string session = cookies_of(made);
    const http::Headers mine = {{"Cookie", session}, {"X-Headway-Request", "1"}};
    EXPECT_EQ(send(&anna, Method::post, "/api/auth/oidc/connect").status, 403) << "a token";
    const auto begun = send(nullptr, Method::post, "/api/auth/oidc/connect", {}, mine);
    ASSERT_EQ(begun.status, 200) << begun.text();
    const std::string address = text_at(boost::json::parse(begun.text()), "continue_at");
    EXPECT_NE(address.find("prompt=login"), std::string::npos);
    const std::string back = path_of(issuer_->sign_in(address, "far"));
    const http::Headers without = {{"Cookie", cookies_of(begun)}};
    EXPECT_EQ(send(nullptr, Method::get, back, {}, without)
                  .header("Location")
                  .value_or("")
                  .find("/settings?problem=expired"),
              0U)
        << "nobody is signed in";
    const http::Headers both = {{"Cookie", session + "; " + cookies_of(begun)}};
    EXPECT_EQ(send(nullptr, Method::get, back, {}, both).header("Location"), "/settings");
    const auto ways = ask(nullptr, Method::get, "/api/auth/ways", {}, mine);
    EXPECT_EQ(text_at(ways, "identities.0.email"), "far@elsewhere.example");
    const auto in = ask(nullptr, Method::get, "/api/auth/session", {}, session_of(sign_in("far")));
    EXPECT_EQ(text_at(in, "user.email"), "carla@mail.example");
    const std::string way = "/api/auth/ways/" + text_at(ways, "identities.0.id");
    EXPECT_EQ(send(&ben, Method::delete_, way).status, 404) << "another's";
    EXPECT_EQ(send(nullptr, Method::delete_, way, {}, session_of(sign_in("ines"))).status, 404)
        << "another's";
    EXPECT_EQ(send(nullptr, Method::delete_, way, {}, mine).status, 204);
    expect_problem(sign_in("far"), "domain");
}

TEST_F(OidcTest, AnAccountWithoutAPasswordKeepsItsOnlyWayAndIsErasedAfterAFreshSignIn) {
    const auto in = session_of(sign_in("ines"));
    const auto ways = ask(nullptr, Method::get, "/api/auth/ways", {}, in);
    EXPECT_EQ(
        send(nullptr, Method::delete_, "/api/auth/ways/" + text_at(ways, "identities.0.id"), {}, in).status,
        409);
    EXPECT_EQ(send(nullptr, Method::post, "/api/auth/password",
                   R"({"current_password":"x","new_password":"correct horse battery"})", in)
                  .status,
              409);
    EXPECT_EQ(
        send(nullptr, Method::post, "/api/auth/login", R"({"email":"ines@mail.example","password":"x"})")
            .status,
        401);
    now_ = now_ + std::chrono::minutes(16);
    EXPECT_EQ(send(nullptr, Method::post, "/api/my-data/erasures", R"({"confirm":"erase"})", in).status, 403);
    now_ = now_ - std::chrono::minutes(16);
    EXPECT_EQ(send(nullptr, Method::post, "/api/my-data/erasures", R"({"confirm":"erase"})", in).status, 202);
}

TEST_F(OidcTest, ItsTokensCallTheApi) {
    const std::string token = issuer_->api_token("ines");
    EXPECT_EQ(status_with(token), 401) << "nobody has signed in as her yet";
    ASSERT_EQ(sign_in("ines").status, 303);
    TestUser ines;
    ines.token = token;
    EXPECT_EQ(text_at(ask(&ines, Method::get, "/api/auth/session"), "user.email"), "ines@mail.example");
    EXPECT_EQ(send(&ines, Method::post, "/api/goals", R"({"title":"One"})").status, 201)
        << "no proof of origin";
    EXPECT_EQ(send(&ines, Method::post, "/api/auth/access-tokens", R"({"name":"more"})").status, 403);
    now_ = now_ + std::chrono::hours(2);
    EXPECT_EQ(status_with(token), 401) << "it has expired";
}

TEST_F(OidcTest, AStreamEndsWithTheTokenThatOpenedIt) {
    ASSERT_EQ(sign_in("ines").status, 303);
    TestUser ines;
    ines.token = issuer_->api_token("ines");
    const auto response = send(&ines, Method::get, "/api/events");
    const auto* stream = std::get_if<std::shared_ptr<http::EventStream>>(&response.body);
    ASSERT_NE(stream, nullptr) << response.text();
    now_ = now_ + std::chrono::minutes(5);
    EXPECT_EQ(send(&ines, Method::post, "/api/goals", R"({"title":"One"})").status, 201);
    EXPECT_FALSE((*stream)->closed());
    now_ = now_ + std::chrono::hours(2);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!(*stream)->closed() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    EXPECT_TRUE((*stream)->closed());
}

TEST_F(OidcTest, TokensThatNameNoKeyFollowARotationToo) {
    ASSERT_EQ(sign_in("ines").status, 303);
    const auto nameless = [&] { return minted({{"sub", "ines"}}, "issuer", {{"kid", ""}}); };
    EXPECT_EQ(status_with(nameless()), 200);
    issuer_->rotate();
    now_ = now_ + std::chrono::seconds(11);
    EXPECT_EQ(status_with(nameless()), 200);
}

TEST_F(OidcTest, ForgedTokensDoNot) {
    ASSERT_EQ(sign_in("ines").status, 303);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "issuer")), 200) << "the rest is measured by this one";
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "stranger")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "none")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "public")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "stranger", {{"kid", "unknown"}})), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "issuer", {{"typ", "logout+jwt"}})), 401);
    const std::int64_t second = Timestamp(now_).micros / 1'000'000;
    EXPECT_EQ(status_with(minted({{"sub", "ines"}, {"exp", second - 120}}, "issuer")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}, {"nbf", second + 120}}, "issuer")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}, {"aud", "headway"}}, "issuer")), 401) << "an id token";
    EXPECT_EQ(status_with(minted({{"sub", "ines"}, {"iss", "https://evil.example"}}, "issuer")), 401);
    EXPECT_EQ(status_with(minted({{"sub", "stranger"}}, "issuer")), 401);
    EXPECT_EQ(status_with("eyJ.eyJ.x"), 401);
    EXPECT_EQ(status_with(minted({{"sub", "ines"}}, "issuer") + "x"), 401);
}

TEST_F(OidcTest, KeysRotateAndAreKeptWhileTheIssuerIsAway) {
    ASSERT_EQ(sign_in("ines").status, 303);
    const std::string old = issuer_->api_token("ines");
    EXPECT_EQ(status_with(old), 200);
    issuer_->rotate();
    const std::string newer = issuer_->api_token("ines");
    EXPECT_EQ(status_with(newer), 401)
        << "the issuer was asked a moment ago: no token makes it be asked at once";
    now_ = now_ + std::chrono::seconds(11);
    EXPECT_EQ(status_with(newer), 200);
    EXPECT_EQ(status_with(old), 401) << "its key is gone";
    issuer_->fail();
    now_ = now_ + std::chrono::minutes(59);
    EXPECT_EQ(status_with(issuer_->mint(
                  {{"claims", {{"sub", "ines"}, {"exp", Timestamp(now_).micros / 1'000'000 + 60}}},
                   {"by", "issuer"}})),
              200);
    now_ = now_ + std::chrono::hours(2);
    EXPECT_EQ(status_with(issuer_->mint(
                  {{"claims", {{"sub", "ines"}, {"exp", Timestamp(now_).micros / 1'000'000 + 60}}},
                   {"by", "issuer"}})),
              200)
        << "it cannot be asked, and what it said is in use still";
    now_ = now_ + std::chrono::hours(24);
    EXPECT_EQ(status_with(issuer_->mint(
                  {{"claims", {{"sub", "ines"}, {"exp", Timestamp(now_).micros / 1'000'000 + 60}}},
                   {"by", "issuer"}})),
              503);
}

TEST_F(OidcTest, AnIssuerThatIsAwayIsSaidToBe) {
    const auto state = [&] {
        for (const auto& check : ask(&admin, Method::get, "/api/admin/health").at("checks").as_array()) {
            if (check.at("name").as_string() == "single_sign_on")
                return std::string(check.at("status").as_string());
        }
        return std::string("not looked at");
    };
    EXPECT_EQ(state(), "ok");
    issuer_->fail();
    EXPECT_EQ(state(), "warning");
    now_ = now_ + std::chrono::hours(25);
    expect_problem(send(nullptr, Method::get, "/api/auth/oidc/start?next=/goals"), "unreachable");
}

/// The same, with the settings as they are when nobody allowed anything.
class CautiousOidcTest : public OidcTest {
    void configure(app::Configuration& c) override {
        OidcTest::configure(c);
        c.oidc_first_sign_in = "refuse";
        c.oidc_audience.clear();
    }
};

TEST_F(CautiousOidcTest, NothingIsLinkedOrMade) {
    prove_address(anna);
    expect_problem(sign_in("anna"), "sign_in_first");
    expect_problem(sign_in("ines"), "no_account");
    EXPECT_EQ(status_with(issuer_->api_token("anna")), 401);
}

TEST_F(ApiTest, WithoutAnIssuerThereIsNoSuchWay) {
    EXPECT_EQ(send(nullptr, Method::get, "/api/auth/oidc/start").status, 404);
    EXPECT_EQ(send(nullptr, Method::get, "/api/auth/oidc/callback?code=x&state=y").status, 404);
    EXPECT_EQ(ask(nullptr, Method::get, "/api/about").at("sign_in").as_array().size(), 1U);
    TestUser bearer;
    bearer.token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
    EXPECT_EQ(send(&bearer, Method::get, "/api/goals").status, 401);
}

}  // namespace
}  // namespace headway::test
