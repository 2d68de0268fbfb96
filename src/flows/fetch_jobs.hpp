// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "flows/gather_jobs.hpp"
#include "flows/knowledge.hpp"
#include "store/database.hpp"
#include "store/jobs.hpp"

namespace headway::flows {

/// Whether the owner may have one job more; asked within the transaction that adds it.
using Admit = std::function<Result<void>(sql::Connection&)>;

struct FetchOutcome {
    std::vector<std::string> job_ids;  ///< Added or brought up to date.
    std::vector<SourceCount> sources;
};

/// Gathers jobs and keeps them as the owner's own, their requirements read. A job that is there already, by
/// source and id or in the same words, is not doubled; it is brought up to date while nobody but a fetch has
/// changed it. Repeating a run counts what it added before as added. `provenance` tells what was asked and
/// what came back, also with an error.
[[nodiscard]] Result<FetchOutcome> fetch_jobs(sql::Database& database, const Knowledge& knowledge,
                                              const Outside& outside, const Clock& clock,
                                              const std::string& owner, const std::string& run_id,
                                              const FetchInput& input, const Admit& admit, const Tell& tell,
                                              Provenance& provenance);

}  // namespace headway::flows
