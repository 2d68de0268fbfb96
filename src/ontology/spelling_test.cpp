// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/spelling.hpp"

#include <gtest/gtest.h>

namespace headway::ontology {
namespace {

TEST(Spelling, APaperIsSpeltInTwoWays) {
    EXPECT_EQ(other_spelling("Crane operator licence"), "Crane operator license");
    EXPECT_EQ(other_spelling("License to sell licenses"), "Licence to sell licences");
    EXPECT_EQ(other_spelling("Licensed counselor (LPC)"), "Licensed counsellor (LPC)");
}

TEST(Spelling, OtherWordsHaveOne) {
    EXPECT_EQ(other_spelling("Licensed optician"), std::nullopt);
    EXPECT_EQ(other_spelling("licensee"), std::nullopt);
    EXPECT_EQ(other_spelling(""), std::nullopt);
}

}  // namespace
}  // namespace headway::ontology
