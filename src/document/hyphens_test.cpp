// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/hyphens.hpp"

#include <gtest/gtest.h>

namespace headway::document {
namespace {

TEST(Hyphens, JoinsBrokenWords) {
    const Hyphens h;
    EXPECT_TRUE(h.is_break("with over 20 enter-", "prise systems"));
    EXPECT_TRUE(h.is_break("infra\u00AD", "structure"));
}

TEST(Hyphens, KeepsCompounds) {
    const Hyphens h;
    EXPECT_FALSE(h.is_break("and cloud-", "native services"));
    EXPECT_FALSE(h.is_break("community-", "driven"));
    EXPECT_FALSE(h.is_break("COVID-", "19"));
    EXPECT_FALSE(h.is_break("Shin-", "Il"));
    EXPECT_FALSE(h.is_break("state-of-", "the-art"));
    EXPECT_FALSE(h.is_break("no hyphen", "here"));
}

TEST(Hyphens, BelievesTheRestOfTheDocument) {
    Hyphens h;
    h.learn("We like micro-services and the teamwork of all");
    EXPECT_FALSE(h.is_break("micro-", "services"));
    EXPECT_TRUE(h.is_break("team-", "work"));
}

}  // namespace
}  // namespace headway::document
