// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.hpp"

#include <gtest/gtest.h>
#include <set>

namespace headway {
namespace {

TEST(Id, AscendsAndNeverRepeats) {
    std::string last;
    for (int i = 0; i < 10000; ++i) {
        const auto id = make_uuid();
        ASSERT_TRUE(is_uuid(id)) << id;
        EXPECT_EQ(id[14], '7') << "version";
        EXPECT_NE(std::string_view("89ab").find(id[19]), std::string_view::npos) << "variant";
        ASSERT_LT(last, id);
        last = id;
    }
}

TEST(Id, OnlyUuidsNameSomething) {
    EXPECT_TRUE(parse_id<struct Thing>("01890a5d-ac96-774b-bcce-b302099a8057"));
    for (const char* text :
         {"", "1", "01890A5D-ac96-774b-bcce-b302099a8057", "../../etc/passwd",
          "01890a5d-ac96-774b-bcce-b302099a805' or 1=1", "01890a5dxac96-774b-bcce-b302099a8057"}) {
        const auto id = parse_id<struct Thing>(text);
        ASSERT_FALSE(id) << text;
        EXPECT_EQ(id.error().code, ErrorCode::not_found);
    }
}

TEST(Id, SecretsHaveTheAskedLengthAndDiffer) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(make_secret(32));
    EXPECT_EQ(seen.size(), 100U);
    EXPECT_EQ(seen.begin()->size(), 43U) << "32 bytes are 43 digits of base64";
    EXPECT_EQ(
        seen.begin()->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
}

}  // namespace
}  // namespace headway
