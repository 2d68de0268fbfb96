// SPDX-License-Identifier: GPL-3.0-or-later
// scripts/bench-section.sh, which writes a section of docs/benchmarks.md.
#include <array>
#include <cstdio>
#include <filesystem>
#include <gmock/gmock.h>
#include <sys/wait.h>

#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Section {
    int code = -1;
    std::string out;
};

Section section_of(const TempFolder& folder, const std::string& script) {
    const std::string program = folder.write("any_bench", "#!/bin/sh\n" + script);
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    Section out;
    FILE* pipe =
        ::popen((HEADWAY_SOURCE_DIR "/scripts/bench-section.sh " + program + " 2>/dev/null").c_str(), "r");
    if (pipe == nullptr) return out;
    std::array<char, 4096> buffer;
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        out.out.append(buffer.data(), n);
    out.code = WEXITSTATUS(::pclose(pipe));
    return out;
}

TEST(BenchSection, KeepsTablesAndClosingLines) {
    const TempFolder folder;
    const auto section = section_of(
        folder,
        "echo '| a | b |'\necho 'The rest is noise'\necho '24 of 30 lines are right.'\necho 'All well.'\n");
    EXPECT_EQ(section.code, 0);
    for (const char* part :
         {"## any_bench\n", "| a | b |\n", "\n24 of 30 lines are right.\n", "\nAll well.\n"})
        EXPECT_THAT(section.out, HasSubstr(part));
    EXPECT_THAT(section.out, Not(HasSubstr("noise")));
    EXPECT_THAT(section.out, Not(HasSubstr("failed")));
}

TEST(BenchSection, AProgramThatFailsSaysSo) {
    const TempFolder folder;
    const auto section = section_of(folder, "echo '| a | b |'\nexit 3\n");
    EXPECT_EQ(section.code, 3);
    EXPECT_THAT(section.out, HasSubstr("| a | b |\n"));
    EXPECT_THAT(section.out, HasSubstr("**failed**"));
    EXPECT_NE(section_of(folder, "kill -SEGV $$\n").code, 0);
}

}  // namespace
}  // namespace headway::test
