// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headway::test {

/// Remembers that an operation ("GET /api/goals/{goal_id}") was answered so by a scenario of this process.
/// From any thread.
void note_answer(const std::string& operation, int status);

/// After the last scenario: when all of them ran in this process, every answer that the contract lists was
/// given by one. That holds in `api_scenarios_on_postgres`, or for the program started without a filter.
void expect_every_answer_at_the_end();

}  // namespace headway::test
