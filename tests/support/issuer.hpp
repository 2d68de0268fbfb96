// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <cstdlib>
#include <memory>
#include <string>

#include "support/counterpart.hpp"

namespace headway::test {

/// The npm package oidc-provider as an issuer of sign-ins on loopback (web/e2e/issuer.mjs), ended with this.
class TestIssuer {
  public:
    static constexpr const char* client_id = "headway";
    static constexpr const char* client_secret = "odd:secret/of %test+";
    static constexpr const char* audience = "https://headway.example/api";

    /// `people`: {"ines": {"email": …, "email_verified": …, "name": …}}. Null where its package is not
    /// installed.
    [[nodiscard]] static std::unique_ptr<TestIssuer> start(const boost::json::object& people);

    [[nodiscard]] const std::string& url() const { return program_.origin(); }
    /// Signs in at an authorization address as a browser would; where it ends. `as` "deny" refuses.
    [[nodiscard]] std::string sign_in(const std::string& address, const std::string& as);
    /// A real access token for the API.
    [[nodiscard]] std::string api_token(const std::string& as);
    /// A token of one's own making: {"claims", "header", "by"}; see the script.
    [[nodiscard]] std::string mint(const boost::json::object& token);
    /// A new key; the old one is gone.
    void rotate();
    /// Answers 503 from now on.
    void fail();

  private:
    explicit TestIssuer(const boost::json::object& people);
    boost::json::value call(const boost::json::array& line);
    Counterpart program_;
};

}  // namespace headway::test

/// Skips a test, or fails it in CI, where `issuer` is null.
#define HEADWAY_NEEDS_ISSUER(issuer)                                                             \
    if (!(issuer)) {                                                                             \
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true")      \
            FAIL() << "web/node_modules has no oidc-provider";                                   \
        GTEST_SKIP() << "web/node_modules has no oidc-provider; scripts/build-web.sh brings it"; \
    }
