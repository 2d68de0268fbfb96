// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/stood_by.hpp"

#include <gtest/gtest.h>
#include <string>

namespace headway::career {
namespace {

/// The words that are kept of the one sentence of a bullet.
std::string kept(const std::string& line) {
    const std::string text = "Experience\nFitter, Mill Ltd, 2019 to now\n• " + line + "\n";
    const Reading r = read_text(text, DocumentKind::resume);
    for (std::uint32_t i = 0; i < r.sentences.size(); ++i) {
        const auto [first, end] = r.tokens_of(i);
        if (first == end || !line.starts_with(r.word(first))) continue;
        const TokenRange range = stood_by(r, {}, i);
        return range.begin == range.end
                   ? ""
                   : std::string(r.slice(r.tokens[range.begin].begin, r.tokens[range.end - 1].end));
    }
    return "no such sentence";
}

TEST(StoodBy, ASentenceThatDeniesNothingIsKept) {
    EXPECT_EQ(kept("Purged stainless with argon"), "Purged stainless with argon");
    EXPECT_EQ(kept("Not only pipes but tanks"), "Not only pipes but tanks");
}

TEST(StoodBy, WhatStandsBeforeADenialOfThingsIsKept) {
    EXPECT_EQ(kept("Purge dams and gas for stainless, no sugar inside"), "Purge dams and gas for stainless");
    EXPECT_EQ(kept("Counted forty bins every day instead of all bins in December"),
              "Counted forty bins every day");
    EXPECT_EQ(kept("Hung 300 sheets a day without a crack"), "Hung 300 sheets a day");
    EXPECT_EQ(kept("Nine tasks on the controller: watchdog, no heap after start"),
              "Nine tasks on the controller: watchdog");
}

TEST(StoodBy, ADenialOfTheSkillItselfTakesAllBack) {
    EXPECT_EQ(kept("Boilers and hydronics, no training so far"), "");
    EXPECT_EQ(kept("Steam and hot water I have not done"), "");
    EXPECT_EQ(kept("Cranes, forklifts: never driven"), "");
    EXPECT_EQ(kept("Read about pipe welding without ever doing it"), "");
    EXPECT_EQ(kept("No welding, brazing or soldering"), "");
    EXPECT_EQ(kept("Pipe welding is on my list, no date yet"), "");
}

}  // namespace
}  // namespace headway::career
