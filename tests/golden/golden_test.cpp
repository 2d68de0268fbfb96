// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "golden/case_file.hpp"
#include "golden/judge.hpp"

namespace headway::golden {
namespace {

constexpr int least_held_out = 850;

const ontology::Catalog& catalog() {
    static const auto opened = app::open_catalog();
    if (!opened) {
        std::cerr << opened.error().message() << '\n';
        std::abort();
    }
    return *opened;
}

/// Expectations of the development half that the engine does not meet yet, one a line:
/// "case<TAB>expectation". The list may only shrink: what is on it and holds must be taken off, what is not
/// on it must hold.
std::set<std::string> open_expectations() {
    const auto content =
        read_file(std::string(HEADWAY_SOURCE_DIR) + "/tests/golden/open.txt", std::size_t{1} << 20U);
    std::set<std::string> out;
    if (!content) return out;
    std::istringstream lines(*content);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && !line.starts_with('#')) out.insert(line);
    }
    return out;
}

/// HEADWAY_UPDATE_GOLDEN=1 writes the list anew; look at what it adds before you keep it.
void write_open(const std::vector<std::string>& failing) {
    std::string content = "# Expectations that the engine does not meet yet. This list may only shrink.\n";
    for (const std::string& line : failing) content += line + "\n";
    ASSERT_TRUE(write_file_atomically(std::string(HEADWAY_SOURCE_DIR) + "/tests/golden/open.txt", content));
}

struct Count {
    int met = 0;
    int all = 0;
};

TEST(Golden, Cases) {
    const auto cases = read_cases(std::string(HEADWAY_SOURCE_DIR) + "/tests/golden");
    ASSERT_TRUE(cases) << cases.error().message();
    ASSERT_GE(cases->size(), 60U);
    const auto linker = app::open_linker(catalog());
    ASSERT_TRUE(linker) << linker.error().message();
    const career::Engine engine(catalog(), &*linker);
    const std::set<std::string> open = open_expectations();
    const bool update = std::getenv("HEADWAY_UPDATE_GOLDEN") != nullptr;
    std::vector<std::string> failing;
    Count dev;
    Count held;
    std::map<std::string, Count> by_verb;
    for (const Case& golden : *cases) {
        for (const Verdict& v : judge(golden, engine)) {
            Count& half = golden.held_out ? held : dev;
            half.met += v.met ? 1 : 0;
            ++half.all;
            if (golden.held_out) {
                Count& verb = by_verb[v.expectation->words[0]];
                verb.met += v.met ? 1 : 0;
                ++verb.all;
                continue;
            }
            const std::string line = golden.name + "\t" + v.expectation->line;
            if (!v.met) failing.push_back(line);
            if (update) continue;
            if (open.contains(line)) {
                EXPECT_FALSE(v.met) << "now holds, take it off tests/golden/open.txt: " << line;
            } else {
                EXPECT_TRUE(v.met) << line << "\n    " << v.why;
            }
        }
    }
    if (update) write_open(failing);
    std::cout << "built on: " << dev.met << " of " << dev.all << " expectations; held out: " << held.met
              << " of " << held.all << '\n';
    for (const auto& [verb, count] : by_verb) {
        std::cout << "  held out, " << verb << ": " << count.met << " of " << count.all << '\n';
    }
    // The held-out half is for reporting; this only notices a fall.
    EXPECT_GE(held.met, least_held_out);
}

}  // namespace
}  // namespace headway::golden
