// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tree.hpp"

#include <gtest/gtest.h>

namespace headway::json {
namespace {

TEST(Trees, GiveNothingForWhatIsNotThere) {
    const auto tree = Tree::parse(R"({"a":[1,"2",{"b":true,"c":null}],"d":1.5,"e":18446744073709551615})");
    ASSERT_TRUE(tree);
    const Node root = tree->root();
    EXPECT_EQ(root["a"].size(), 3U);
    EXPECT_EQ(root["a"].item(0).whole(), 1);
    EXPECT_EQ(root["a"].item(0).number(), 1.0);
    EXPECT_EQ(root["a"].item(1).text(), "2");
    EXPECT_FALSE(root["a"].item(1).number() || root["a"].item(0).text() || root["d"].whole());
    EXPECT_FALSE(root["e"].whole()) << "beyond 64 bits";
    EXPECT_EQ(root["a"].item(2)["b"].truth(), true);
    EXPECT_TRUE(root["a"].item(2)["c"].is_nothing());
    EXPECT_TRUE(root["a"].item(3)["x"]["y"].item(9).is_nothing());
    EXPECT_TRUE(root["d"]["x"].is_nothing());
    EXPECT_EQ(root.size(), 0U);
    EXPECT_TRUE(root.is_object() && root["a"].is_list());
    EXPECT_FALSE(Tree::parse("{") || Tree::parse(""));
}

}  // namespace
}  // namespace headway::json
