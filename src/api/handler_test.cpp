// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/handler.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace headway::api {
namespace {

TEST(Handler, AnAttemptThatIsRepeatedLeavesNoRefusalBehind) {
    const test::TempFolder folder;
    const auto database = sql::Database::open({.url = "sqlite:" + folder.file("a.db")});
    ASSERT_TRUE(database) << database.error().message();
    int attempts = 0;
    auto once_refused = [&](sql::Connection&) -> Answer<int> {
        if (++attempts == 1) return http::refuse(409, ErrorCode::conflict, "somebody was faster");
        return 7;
    };
    const auto answer = detail::unfold<int>([&](auto& refusal) {
        return (*database)->read([&](sql::Connection& c) -> Result<int> {
            // As the database does after a serialization failure.
            static_cast<void>(detail::stash<int>(once_refused, c, refusal));
            return detail::stash<int>(once_refused, c, refusal);
        });
    });
    ASSERT_TRUE(answer) << answer.error().error.what;
    EXPECT_EQ(*answer, 7);
}

}  // namespace
}  // namespace headway::api
