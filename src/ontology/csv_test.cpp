// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/csv.hpp"

#include <gtest/gtest.h>

namespace headway::ontology {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> read(std::string_view text) {
    CsvReader reader("T.csv", text);
    Rows rows;
    std::vector<std::string> cells;
    for (;;) {
        auto more = reader.next(cells);
        if (!more) return pass_on(more);
        if (!*more) return rows;
        rows.push_back(cells);
    }
}

std::string refusal(std::string_view text) {
    auto rows = read(text);
    return rows ? "accepted" : rows.error().message();
}

TEST(Csv, ReadsQuotesCommasAndLineEndsInsideCells) {
    const Rows expected = {{"a", "b"}, {"1,2", "say \"hi\""}, {"two\nlines", ""}, {"", "x"}};
    EXPECT_EQ(read("a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\r\n\"\",x\r\n").value(), expected);
    EXPECT_EQ(read("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n\"\",x\n").value(), expected);
}

TEST(Csv, CountsLinesInsideQuotes) {
    CsvReader reader("T.csv", "a\n\"x\ny\nz\"\nb\n");
    std::vector<std::string> cells;
    for (const std::size_t line : {1U, 2U, 5U}) {
        ASSERT_TRUE(reader.next(cells).value());
        EXPECT_EQ(reader.line(), line);
    }
    EXPECT_FALSE(reader.next(cells).value());
}

TEST(Csv, RefusesDamageWithFileAndLine) {
    EXPECT_NE(refusal("a\nb\"c\n").find("T.csv:2: a quote stands in the middle"), std::string::npos);
    EXPECT_NE(refusal("a\n\"b\"c\n").find("T.csv:2: a closing quote is followed"), std::string::npos);
    EXPECT_NE(refusal("a\n\"b\nc").find("never closed"), std::string::npos);
    EXPECT_NE(refusal("a\nb").find("cut off"), std::string::npos);
    EXPECT_NE(refusal("a\n\"b\"").find("cut off"), std::string::npos);
    EXPECT_NE(refusal("a\rb\n").find("carriage return"), std::string::npos);
    EXPECT_NE(refusal("\xff\n").find("not UTF-8"), std::string::npos);
    EXPECT_NE(refusal("\"\x02\"\n").find("control character"), std::string::npos);
    EXPECT_NE(refusal(std::string(100, ',') + "\n").find("more than 64"), std::string::npos);
    EXPECT_NE(refusal(std::string(5U << 20U, 'x') + "\n").find("4 MiB"), std::string::npos);
}

TEST(Csv, FindsColumnsByHeading) {
    auto file = CsvFile::open("T.csv", "x,y,z\n1,2,3\n", {"z", "x"}).value();
    ASSERT_TRUE(file.next().value());
    EXPECT_EQ(file.cell(0), "3");
    EXPECT_EQ(file.cell(1), "1");
    EXPECT_EQ(file.wrong(0, "four").error().message(),
              "T.csv:2, column \"z\": \"3\" is not four. Use the file as it was downloaded");
    EXPECT_FALSE(file.next().value());
    EXPECT_EQ(file.rows(), 1U);
}

TEST(Csv, RefusesMissingHeadingsAndWrongWidths) {
    EXPECT_FALSE(CsvFile::open("T.csv", "", {"x"}));
    EXPECT_NE(CsvFile::open("T.csv", "y\n", {"x"}).error().what.find("\"x\" is missing"), std::string::npos);
    auto narrow = CsvFile::open("T.csv", "x,y\n1\n", {"x"}).value();
    EXPECT_NE(narrow.next().error().message().find("T.csv:2: the line has 1 columns, expected 2"),
              std::string::npos);
    auto wide = CsvFile::open("T.csv", "x\n1,2\n", {"x"}, ShortRows::allowed).value();
    EXPECT_FALSE(wide.next());
    auto allowed = CsvFile::open("T.csv", "x,y\n1\n", {"x", "y"}, ShortRows::allowed).value();
    ASSERT_TRUE(allowed.next().value());
    EXPECT_EQ(allowed.cell(1), "");
}

}  // namespace
}  // namespace headway::ontology
