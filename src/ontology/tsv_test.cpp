// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/tsv.hpp"

#include <gtest/gtest.h>

namespace headway::ontology {
namespace {

std::string refusal(const std::string& text) {
    auto table = Table::parse("T.txt", text);
    return table ? "accepted" : table.error().message();
}

TEST(Tsv, ReadsBothLineEnds) {
    for (const std::string end : {"\n", "\r\n"}) {
        const auto table = Table::parse("T.txt", "A\tB" + end + "1\t2" + end + "3\t" + end).value();
        EXPECT_EQ(table.rows(), 2U);
        EXPECT_EQ(table.find_column("B"), 1U);
        EXPECT_FALSE(table.find_column("C"));
        EXPECT_EQ(table.cell(0, 1), "2");
        EXPECT_EQ(table.cell(1, 1), "");
    }
}

TEST(Tsv, ViewsSurviveAMove) {
    auto table = Table::parse("T.txt", "A\nx\n").value();
    const Table moved = std::move(table);
    EXPECT_EQ(moved.cell(0, 0), "x");
}

TEST(Tsv, SkipsAByteOrderMark) {
    EXPECT_EQ(Table::parse("T",
                           "\xEF\xBB\xBF"
                           "A\n")
                  .value()
                  .headings()[0],
              "A");
}

TEST(Tsv, RefusesDamageWithFileAndLine) {
    EXPECT_EQ(refusal("A\tB\n1\t2\n3\n"),
              "T.txt:3: the line has 1 columns, expected 2. Use the file as it was downloaded");
    EXPECT_NE(refusal("A\tB\n1\t2\t3\n").find("T.txt:2: the line has 3 columns"), std::string::npos);
    EXPECT_NE(refusal("A\n1\n2").find("T.txt:3: the last line is cut off"), std::string::npos);
    EXPECT_NE(refusal("").find("empty"), std::string::npos);
    EXPECT_NE(refusal("A\n\xff\n").find("T.txt:2: byte 1 of the line is not UTF-8"), std::string::npos);
    EXPECT_NE(refusal("A\nx\x01y\n").find("control character"), std::string::npos);
    EXPECT_NE(refusal("A\nx\ry\n").find("control character"), std::string::npos);
    EXPECT_NE(refusal("A\t\n1\t2\n").find("column 2 has no heading"), std::string::npos);
    EXPECT_NE(refusal("A\tA\n").find("two columns are headed \"A\""), std::string::npos);
    EXPECT_NE(refusal("A\n" + std::string(70000, 'x') + "\n").find("longer than 64 KiB"), std::string::npos);
}

TEST(Tsv, NamesTheCellThatIsWrong) {
    const auto table = Table::parse("T.txt", "A\tB\n1\tx\n").value();
    const std::unexpected<Error> e = table.wrong(0, 1, "a number");
    EXPECT_EQ(e.error().where, "T.txt:2, column \"B\"");
    EXPECT_EQ(e.error().what, "\"x\" is not a number");
}

}  // namespace
}  // namespace headway::ontology
