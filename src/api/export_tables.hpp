// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "api/wire_gap.hpp"
#include "api/wire_job.hpp"
#include "api/wire_learning.hpp"
#include "api/wire_task.hpp"
#include "language/speech.hpp"

namespace headway::api {

/// Each as one CSV table, a line an item; of a report a line a requirement.
[[nodiscard]] std::string csv_of(const std::vector<TaskWire>& tasks);
[[nodiscard]] std::string csv_of(const std::vector<JobWire>& jobs);
[[nodiscard]] std::string csv_of(const std::vector<LearningItemWire>& items, const language::Speech& in);
[[nodiscard]] std::string csv_of(const GapReportWire& report);

}  // namespace headway::api
