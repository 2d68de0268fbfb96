// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the occupation that a person works in is among the closest to their résumé.
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <iostream>
#include <sstream>

#include "base/bytes.hpp"
#include "career/held_work.hpp"
#include "document/document.hpp"
#include "engine/shipped_engine.hpp"
#include "golden/case_file.hpp"
#include "ranking/closeness.hpp"
#include "support/samples.hpp"

namespace headway::test {
namespace {

const ranking::OccupationMap& map() {
    static const ranking::OccupationMap out(shipped_engine().catalog());
    return out;
}

struct Known {
    bool tuned = false;
    std::string name;
    std::vector<std::string> codes;
};

std::vector<Known> known_occupations() {
    const auto content =
        read_file(HEADWAY_SOURCE_DIR "/tests/engine/held_occupations.tsv", std::size_t{1} << 20U);
    EXPECT_TRUE(content);
    std::vector<Known> out;
    std::istringstream lines(content.value_or(""));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream words(line);
        Known k;
        std::string set;
        words >> set >> k.name;
        k.tuned = set == "tuned";
        for (std::string code; words >> code;) k.codes.push_back(code);
        out.push_back(std::move(k));
    }
    return out;
}

std::string text_of(const std::string& name) {
    if (name.starts_with("golden/")) {
        const auto found = golden::read_case(HEADWAY_SOURCE_DIR "/tests/" + name + ".case");
        return found ? found->resume : "";
    }
    for (const SamplePair& sample : sample_pairs()) {
        if ("samples/" + sample.name != name) continue;
        const auto bytes = read_file(HEADWAY_SOURCE_DIR "/" + sample.resume, std::size_t{4} << 20U);
        if (!bytes) return "";
        const auto read = document::read_document(*bytes, sample.resume, {});
        return read ? read->text : "";
    }
    return "";
}

std::vector<ranking::Closeness> closest_to(const std::string& text) {
    const auto resume = shipped_engine().read_resume(text, {0}, today);
    return ranking::closest(ranking::make_held_career(resume, map()), map());
}

std::string code_at(const ranking::Closeness& c) {
    return std::string(map().catalog().occupation_code(map().occupations()[c.place].occupation));
}

/// 1 for the closest.
std::size_t rank_of(const std::vector<std::string>& codes, const std::vector<ranking::Closeness>& order) {
    const auto found = std::ranges::find_if(
        order, [&](const auto& c) { return std::ranges::find(codes, code_at(c)) != codes.end(); });
    return static_cast<std::size_t>(found - order.begin()) + 1;
}

/// The titles that were found, for whoever looks into a miss.
std::string work_in(const std::string& text) {
    const auto resume = shipped_engine().read_resume(text, {0}, today);
    std::string out;
    for (const auto& w : career::find_held_work(resume, shipped_engine().catalog()))
        out += fmt::format(" “{}” {:.2f} {} {:.2f};", text.substr(w.begin, w.end - w.begin), w.weight,
                           shipped_engine().catalog().occupation_code(w.occupations.front().occupation),
                           w.occupations.front().confidence);
    return out;
}

// What was measured; they may only rise.
constexpr int least_tuned = 40;
constexpr int least_unseen = 38;

struct Count {
    int among_three = 0;
    int first = 0;
    int all = 0;
};

TEST(ClosestOccupations, WhatPeopleWorkInIsAmongTheFirstThree) {
    Count tuned;
    Count unseen;
    std::string missed;
    for (const Known& k : known_occupations()) {
        const std::string text = text_of(k.name);
        ASSERT_FALSE(text.empty()) << k.name;
        const auto order = closest_to(text);
        ASSERT_EQ(order.size(), 1016U);
        const std::size_t rank = rank_of(k.codes, order);
        Count& count = k.tuned ? tuned : unseen;
        ++count.all;
        count.first += rank == 1 ? 1 : 0;
        count.among_three += rank <= 3 ? 1 : 0;
        if (rank > 3)
            missed += fmt::format("{}: {} comes {}., {} first; work:{}\n", k.name, k.codes.front(), rank,
                                  code_at(order.front()), work_in(text));
    }
    const auto line = [](const char* name, const Count& c) {
        return fmt::format("{}: {} of {} among the first three, {} first\n", name, c.among_three, c.all,
                           c.first);
    };
    std::cout << line("tuned", tuned) << line("unseen", unseen) << missed;
    EXPECT_GE(tuned.among_three, least_tuned) << missed;
    EXPECT_GE(unseen.among_three, least_unseen) << missed;
    EXPECT_GE(tuned.among_three * 5, tuned.all * 4);
    EXPECT_GE(unseen.among_three * 5, unseen.all * 4);
}

TEST(ClosestOccupations, ANurseIsANurseAndADeveloperADeveloper) {
    EXPECT_EQ(code_at(closest_to(text_of("samples/nurse")).front()), "29-1141.00");
    EXPECT_EQ(code_at(closest_to(text_of("samples/backend")).front()), "15-1252.00");
}

TEST(ClosestOccupations, TheSameInputGivesTheSameAnswer) {
    const std::string text = text_of("samples/paralegal");
    const auto a = closest_to(text);
    const auto b = closest_to(text);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].place, b[i].place);
        EXPECT_EQ(a[i].total, b[i].total);
    }
}

TEST(ClosestOccupations, PartsStayWithinTheirBounds) {
    for (const char* name : {"samples/nurse", "samples/welder", "golden/it-skill-list-with-levels.held"}) {
        for (const auto& c : closest_to(text_of(name))) {
            for (const double part :
                 {c.work, c.technologies.value_or(0), c.elements.value_or(0), c.total / 100}) {
                EXPECT_GE(part, 0);
                EXPECT_LE(part, 1 + 1e-9);
            }
        }
    }
}

}  // namespace
}  // namespace headway::test
