// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace headway::golden {

/// One line of a case's expectations: the verb and its arguments; quoted arguments lose their quotes.
struct Expectation {
    std::string line;  ///< as written
    std::vector<std::string> words;
};

/// A `.case` file: what it guards, the texts (either may be empty) and what a fair expert expects.
struct Case {
    std::string path;
    std::string name;
    std::string field;
    std::string resume;
    std::string job;
    std::vector<Expectation> expectations;
    bool held_out = false;  ///< `.held.case`: counted for the report, not required to pass
};

[[nodiscard]] Result<Case> read_case(const std::string& path);

/// All cases of a folder, by name.
[[nodiscard]] Result<std::vector<Case>> read_cases(const std::string& folder);

}  // namespace headway::golden
