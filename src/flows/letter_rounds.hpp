// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// Queues the letters that are due now: from seven in the morning of each reader, on Mondays a digest, on
/// other days a reminder where a task is due. Once a day and person, however many processes do it. How many.
[[nodiscard]] Result<std::int64_t> queue_due_letters(sql::Database& database, const Clock& clock);

}  // namespace headway::flows
