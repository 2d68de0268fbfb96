// SPDX-License-Identifier: GPL-3.0-or-later
// How often an address may do what needs no account is counted for all servers together, and across restarts.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

class SharedLimitTest : public ApiTest {
  protected:
    http::Response post(const std::string& path, const std::string& body) {
        return send(nullptr, Method::post, path, body);
    }
    http::Response sign_up(int i) {
        return post("/api/auth/register", R"({"email":"new)" + std::to_string(i) +
                                              R"(@example.org","password":"correct horse battery"})");
    }
    http::Response try_out() {
        return post(
            "/api/try",
            R"({"resume_text":"Skills\nPython and little else\n","job_text":"Requirements\n• Kubernetes\n"})");
    }
    /// Another server of the same database, in the place of the first.
    void start_another() {
        dispatch_.reset();
        backend_.reset();
        auto opened = app::Backend::open(configuration_, knowledge(), [this]() -> Timestamp { return now_; });
        ASSERT_TRUE(opened) << opened.error().message();
        backend_ = std::move(*opened);
        dispatch_ = std::make_unique<http::Dispatch>(http::Settings(), backend_->make_router(),
                                                     backend_->make_authenticate(), http::Observers());
    }
};

TEST_F(SharedLimitTest, HoldsForRegistrations) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_up(i).status, 201);
    const auto refused = sign_up(5);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "720");
    EXPECT_EQ(refused.header("RateLimit-Limit"), "5");
    EXPECT_EQ(refused.header("RateLimit-Remaining"), "0");
    start_another();
    EXPECT_EQ(sign_up(5).status, 429);
    now_ = now_ + std::chrono::minutes(12);
    EXPECT_EQ(sign_up(5).status, 201);
    EXPECT_EQ(sign_up(6).status, 429);
}

TEST_F(SharedLimitTest, HoldsForTrials) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(try_out().status, 200);
    start_another();
    EXPECT_EQ(try_out().status, 429);
    EXPECT_EQ(sign_up(1).status, 201) << "each is counted by itself";
}

}  // namespace
}  // namespace headway::test
