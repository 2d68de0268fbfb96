// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sign_in_attempt.hpp"

#include <gtest/gtest.h>

namespace headway::api {
namespace {

TEST(SafeNext, LeadsToPagesOfOursOnly) {
    EXPECT_EQ(safe_next("/goals?new"), "/goals?new");
    for (const char* bad : {"", "goals", "https://evil.example/", "//evil.example/", "/\\evil.example",
                            "/api/export", "/sign-in?next=/", "/a\r\nSet-Cookie: x=y", "/a b", "/\xC3\xBC"})
        EXPECT_EQ(safe_next(bad), "/dashboard") << bad;
    EXPECT_EQ(safe_next("/" + std::string(2000, 'a')), "/dashboard");
}

TEST(SignInAttempts, ShareNoSecret) {
    const auto a = make_attempt("https://headway.example", "/goals");
    const auto b = make_attempt("https://headway.example", "/goals");
    EXPECT_NE(a.attempt.state, b.attempt.state);
    EXPECT_NE(a.attempt.nonce, b.attempt.nonce);
    EXPECT_NE(a.attempt.verifier, b.attempt.verifier);
    EXPECT_GE(a.attempt.verifier.size(), 43U);  // RFC 7636
    EXPECT_EQ(a.attempt.redirect_uri, "https://headway.example/api/auth/oidc/callback");
}

}  // namespace
}  // namespace headway::api
