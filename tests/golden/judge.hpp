// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "career/engine.hpp"
#include "golden/case_file.hpp"

namespace headway::golden {

/// An expectation and whether the engine met it; `why` says what was found instead.
struct Verdict {
    const Expectation* expectation = nullptr;
    bool met = false;
    std::string why;
};

/// Runs the engine on a case and judges every expectation. Dates are as of November 2026.
[[nodiscard]] std::vector<Verdict> judge(const Case& golden, const career::Engine& engine);

}  // namespace headway::golden
