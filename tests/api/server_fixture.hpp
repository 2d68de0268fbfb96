// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "app/backend.hpp"
#include "http/dispatch.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

using http::Method;

/// Somebody with an account and an access token.
struct TestUser {
    std::string id;
    std::string email;
    std::string token;
};

/// The time that a test sets and that threads of the back end read.
class TestTime {
  public:
    explicit TestTime(Timestamp t) : micros_(t.micros) {}
    TestTime& operator=(Timestamp t) {
        micros_ = t.micros;
        return *this;
    }
    operator Timestamp() const { return {micros_}; }
    friend Timestamp operator+(const TestTime& t, std::chrono::microseconds d) { return Timestamp(t) + d; }
    friend Timestamp operator-(const TestTime& t, std::chrono::microseconds d) { return Timestamp(t) + -d; }

  private:
    std::atomic<std::int64_t> micros_;
};

/// The whole back end over a database of its own, asked without sockets. Every answer is held against the
/// contract. Workers run; time is what now_ says. Nothing is done by itself unless a test has the
/// back end keep house.
class ApiTest : public testing::Test {
  protected:
    void SetUp() override;
    /// What a test wants of the configuration; called before the back end opens.
    virtual void configure(app::Configuration&) {}

    /// Null asks without any credential. A body that begins with '{' or '[' is JSON.
    http::Response send(const TestUser* user, Method method, const std::string& target,
                        const std::string& body = {}, http::Headers headers = {});
    /// The same, with the body read; an empty object when there is none.
    boost::json::value ask(const TestUser* user, Method method, const std::string& target,
                           const std::string& body = {}, http::Headers headers = {},
                           int expected_status = 200);
    /// The ETag that a resource has now, as If-Match.
    http::Headers matching(const TestUser& user, const std::string& target);

    TestUser make_user(const std::string& email, const std::string& role = "user");

    [[nodiscard]] static const app::KnowledgeBase& knowledge();
    [[nodiscard]] const api::Parts& parts() const { return backend_->parts(); }

    TempFolder folder_;
    app::Configuration configuration_;  ///< Of the back end; another process would have the same.
    TestTime now_{Timestamp{1'795'392'000'000'000}};  // 2026-11-23T00:00:00Z
    std::unique_ptr<app::Backend> backend_;
    std::unique_ptr<http::Dispatch> dispatch_;
    TestUser anna, ben, admin;
};

/// What stands at a path such as "items.0.title"; null when there is nothing.
[[nodiscard]] boost::json::value at(const boost::json::value& value, std::string_view path);
[[nodiscard]] std::string text_at(const boost::json::value& value, std::string_view path);

}  // namespace headway::test
