// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/sizes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

namespace headway::layers {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string lines(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += "    ++x;\n";
    return out;
}

TEST(Sizes, NoFileIsAboveTheHardLimit) {
    const auto sources = read_sources(HEADWAY_SOURCE_DIR "/src");
    std::cout << size_listing(sources);
    for (const Sized& file : file_sizes(sources)) {
        EXPECT_LE(file.lines, hard_lines) << file.name << ": give each idea its own file";
    }
}

TEST(SizeChecks, ListingNamesWhatIsAboveASoftSize) {
    const std::string listing =
        size_listing({make_source("app/long.cpp", lines(301)), make_source("app/wide.hpp", lines(151)),
                      make_source("app/short.cpp", lines(300))});
    const std::string above = listing.substr(listing.find("Above"));
    EXPECT_THAT(above, HasSubstr("301  app/long.cpp"));
    EXPECT_THAT(above, HasSubstr("151  app/wide.hpp"));
    EXPECT_THAT(above, Not(HasSubstr("app/short.cpp")));
    EXPECT_THAT(listing, HasSubstr("median 300"));
}

TEST(SizeChecks, FindsLongFunctions) {
    const std::string body = lines(39);
    EXPECT_THAT(long_functions({make_source("a/b.cpp", "int f(int x) {\n" + body + "}\n")}), SizeIs(1));
    EXPECT_THAT(long_functions({make_source("a/b.cpp", "int f(int x) const {\n" + body + "}\n")}), SizeIs(1));
    EXPECT_THAT(long_functions({make_source("a/b.cpp", "int f(int x) {\n" + lines(38) + "}\n")}), IsEmpty());
    EXPECT_THAT(long_functions({make_source("a/b.cpp", "namespace x {\n" + body + "}\n")}), IsEmpty());
    EXPECT_THAT(long_functions({make_source("a/b.cpp", "if (x) {\n" + body + "}\n")}), IsEmpty());
}

}  // namespace
}  // namespace headway::layers
