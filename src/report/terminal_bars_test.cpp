// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/terminal_bars.hpp"

#include <gtest/gtest.h>
#include <limits>

#include "report/columns.hpp"

namespace headway::report {
namespace {

std::string drawn(const WireRequirement& r, int cells) {
    std::string out;
    for (const BarCell& cell : level_bar(r, cells)) out += cell.glyph;
    return out;
}

WireRequirement levels(double held, double needed, const char* support = "named") {
    WireRequirement out;
    out.support = support;
    out.needed.value = needed;
    if (held >= 0) out.held = WireLevel{held, "", held, held, {}};
    return out;
}

TEST(LevelBar, ShowsHeldAndNeeded) {
    EXPECT_EQ(drawn(levels(3.25, 3.75), 14), "██████▌┃······");
    EXPECT_EQ(drawn(levels(5, 2), 14), "████┃█████····");
    EXPECT_EQ(drawn(levels(-1, 3.75), 14), "·······┃······");
    EXPECT_EQ(drawn(levels(4.8, 3.75, "transfer"), 14), "▒▒▒▒▒▒▒┃▒▒····");
}

TEST(LevelBar, StaysInItsColumns) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (double held : {-1.0, 0.0, 0.01, 3.3, 7.0, 99.0, nan}) {
        for (double needed : {-3.0, 0.0, 7.0, 99.0, nan}) {
            for (int cells : {2, 14, 21}) EXPECT_EQ(columns_of(drawn(levels(held, needed), cells)), cells);
        }
    }
}

TEST(LevelBar, GrowsWithTheLevel) {
    std::size_t before = 0;
    for (double held = 0; held <= 7; held += 0.125) {
        std::size_t full = 0;
        for (const BarCell& cell : level_bar(levels(held, 7), 14)) full += cell.kind == Cell::held ? 1 : 0;
        EXPECT_GE(full, before);
        before = full;
    }
    EXPECT_EQ(before, 13U) << "all but the column of the level needed";
}

TEST(ScoreBar, ShadesTheInterval) {
    EXPECT_EQ(score_bar(70, {60, 80, 0.8}, 10), "██████▓▒░░");
    EXPECT_EQ(score_bar(0, {0, 0, 0.8}, 4), "░░░░");
    EXPECT_EQ(score_bar(100, {100, 100, 0.8}, 4), "████");
    EXPECT_EQ(score_bar(1e9, {-5, 1e9, 0.8}, 4), "▓▓▓▓");
    EXPECT_EQ(score_bar(50, {40, 60, 0.8}, -3), "");
}

}  // namespace
}  // namespace headway::report
