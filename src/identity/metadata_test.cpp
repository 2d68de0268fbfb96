// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/metadata.hpp"

#include <gtest/gtest.h>

#include "identity/query.hpp"

namespace headway::identity {
namespace {

std::string document(const std::string& issuer, const std::string& token_endpoint,
                     const std::string& more = {}) {
    return R"({"issuer":")" + issuer +
           R"(","authorization_endpoint":"https://i.example/auth","token_endpoint":")" + token_endpoint +
           R"(","jwks_uri":"https://i.example/keys")" + more + "}";
}

TEST(Metadata, IsReadAndNamesItsIssuerToTheLetter) {
    EXPECT_EQ(discovery_address("https://i.example/"), "https://i.example/.well-known/openid-configuration");
    EXPECT_EQ(discovery_address("https://i.example/realms/x"),
              "https://i.example/realms/x/.well-known/openid-configuration");
    const auto read =
        parse_metadata(document("https://i.example/", "https://i.example/token"), "https://i.example");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->issuer, "https://i.example/");
    EXPECT_EQ(read->end_session_endpoint, "");
    EXPECT_FALSE(read->secret_in_body);
    const auto posts =
        parse_metadata(document("https://i.example", "https://i.example/token",
                                R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])"),
                       "https://i.example");
    ASSERT_TRUE(posts);
    EXPECT_TRUE(posts->secret_in_body);
}

TEST(Metadata, ThatCannotBeTrustedIsRefused) {
    for (const std::string& bad :
         {std::string(), std::string("[]"), std::string("<html>"),
          document("https://evil.example", "https://i.example/token"),
          document("https://i.example", "http://i.example/token"),
          document("https://i.example", "file:///etc/passwd"), document("https://i.example", ""),
          document("https://i.example", "https://i.example/token",
                   R"(,"userinfo_endpoint":"http://i.example/me")")})
        EXPECT_FALSE(parse_metadata(bad, "https://i.example")) << bad;
}

TEST(Queries, KeepTheirValuesApart) {
    EXPECT_EQ(form_of({{"a", "1&b=2"}, {"c", "\xC3\xA4 +/%"}}), "a=1%26b%3D2&c=%C3%A4%20%2B%2F%25");
    EXPECT_EQ(with_query("https://i.example/auth?x=1", {{"y", "2"}}), "https://i.example/auth?x=1&y=2");
    // RFC 7636, appendix B
    EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

}  // namespace
}  // namespace headway::identity
