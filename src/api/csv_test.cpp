// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/csv.hpp"

#include <gtest/gtest.h>

namespace headway::api {
namespace {

TEST(Csv, QuotesWhatMustBeQuoted) {
    CsvTable table({"a", "b"});
    table.text("plain").text("with, comma").end();
    table.text("say \"hi\"").text("two\nlines").end();
    table.number(2.5).flag(true).end();
    EXPECT_EQ(table.take(),
              "a,b\r\nplain,\"with, comma\"\r\n\"say \"\"hi\"\"\",\"two\nlines\"\r\n2.5,true\r\n");
}

TEST(Csv, FormulasAreMadeText) {
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
        CsvTable table({"x"});
        table.text(formula).end();
        const std::string out = table.take();
        EXPECT_NE(out.find(std::string("'") + formula), std::string::npos) << out;
    }
    CsvTable numbers({"x"});
    numbers.number(-1).end();
    EXPECT_EQ(numbers.take(), "x\r\n-1\r\n") << "a number is no formula";
}

}  // namespace
}  // namespace headway::api
