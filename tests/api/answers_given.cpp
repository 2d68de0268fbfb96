// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answers_given.hpp"

#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <string_view>

#include "api/contract.hpp"

namespace headway::test {
namespace {

struct Given {
    std::mutex mutex;
    std::set<std::string> answers;  ///< "GET /api/goals/{goal_id} 404"
};

Given& given() {
    static Given all;
    return all;
}

std::string line_of(const std::string& operation, int status) {
    return operation + " " + std::to_string(status);
}

/// Answers that are the same for every route and arise before or behind it; where they are tested instead.
const std::map<int, std::string_view>& of_no_route() {
    static const std::map<int, std::string_view> all = {
        {429,
         "limits count by address and account: those of single routes in SharedLimitTest, AuthTest and "
         "the like, the one of all in http_tests"},
        {500, "a fault of the program itself; that it tells nothing is tested in http_tests"},
        {503,
         "the database or the server's room is gone, which is tested in operations_tests and http_tests"},
    };
    return all;
}

/// Single answers that no scenario gives, each with its reason.
const std::map<std::string, std::string_view>& without_scenario() {
    constexpr std::string_view in_the_same_moment =
        "the account would have to change between two statements of one transaction";
    constexpr std::string_view none_is_an_answer =
        "asked about a job that is not there it says that there are no reports on it (ownership_test)";
    static const std::map<std::string, std::string_view> all = {
        {"PUT /api/auth/password-resets 412", in_the_same_moment},
        {"PUT /api/auth/verifications 412", in_the_same_moment},
        {"POST /api/mail/unsubscribe 412", in_the_same_moment},
        {"GET /api/gap/by-job/{job_id} 404", none_is_an_answer},
        {"DELETE /api/gap/by-job/{job_id} 404", none_is_an_answer},
        {"GET /mcp 403", "a GET opens nothing for anybody; who may POST is agents_test's"},
        {"POST /api/learn/{learning_item_id}/check-url 202",
         "it waits as learn/advise does, and its scenarios wait for what it finds"},
    };
    return all;
}

/// A scenario that was passed over for want of a program that it needs. (Those that one of the two databases
/// has no part in say something else.)
bool wants_a_program(const testing::TestResult& result) {
    for (int i = 0; i < result.total_part_count(); ++i) {
        const auto& part = result.GetTestPartResult(i);
        const std::string_view why = part.summary();
        if (part.skipped() && (why.find("brings it") != std::string_view::npos ||
                               why.find("not installed") != std::string_view::npos))
            return true;
    }
    return false;
}

/// Whether nothing was left out.
bool all_ran() {
    const auto& all = *testing::UnitTest::GetInstance();
    if (all.test_to_run_count() != all.total_test_count()) return false;
    for (int s = 0; s < all.total_test_suite_count(); ++s) {
        const auto& suite = *all.GetTestSuite(s);
        for (int t = 0; t < suite.total_test_count(); ++t) {
            if (wants_a_program(*suite.GetTestInfo(t)->result())) return false;
        }
    }
    return true;
}

class AtTheEnd final : public testing::Environment {
  public:
    void TearDown() override {
        if (!all_ran()) return;
        const std::lock_guard lock(given().mutex);
        int listed = 0;
        int missing = 0;
        for (const auto& [operation, unused] : Contract::shared().operations()) {
            for (const int status : Contract::shared().answers(operation)) {
                if (of_no_route().contains(status)) continue;
                ++listed;
                const std::string line = line_of(operation, status);
                const bool was_given = given().answers.contains(line);
                const bool excused = without_scenario().contains(line);
                EXPECT_FALSE(was_given && excused) << line << " has a scenario: it needs no excuse";
                if (was_given || excused) continue;
                ++missing;
                ADD_FAILURE() << line << " is in the contract, and no scenario gives it";
            }
        }
        std::cout << listed - missing - static_cast<int>(without_scenario().size()) << " of " << listed
                  << " answers of the contract were given by a scenario, " << without_scenario().size()
                  << " are tested elsewhere\n";
    }
};

}  // namespace

void note_answer(const std::string& operation, int status) {
    const std::lock_guard lock(given().mutex);
    given().answers.insert(line_of(operation, status));
}

void expect_every_answer_at_the_end() {
    testing::AddGlobalTestEnvironment(new AtTheEnd());  // gtest owns it
}

}  // namespace headway::test
