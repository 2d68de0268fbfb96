// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "flows/gap_report.hpp"
#include "flows/models.hpp"

namespace headway::flows {

struct ReportOutcome {
    std::string gap_report_id;
    bool made = false;  ///< False: it was there.
};

/// Counts a report against the person's quota; an error is its refusal.
using CountReport = std::function<Result<void>(sql::Connection&)>;

/// Makes the report of an input, or finds the one that is there for the same inputs; both in one transaction,
/// so that a second time after a crash changes nothing. Where the person wants it, their model reads the
/// texts first, for as long as `go_on` says so; one that fails leaves a warning in the report, and that it
/// did is one of the inputs. `count` is called where a model is asked though a report of the inputs is there.
/// Gives the report's id; `provenance` tells what made it, or what was looked for and found, also with an
/// error.
[[nodiscard]] Result<ReportOutcome> make_report(sql::Database& database, const Knowledge& knowledge,
                                                const Models& models, const Clock& clock,
                                                const std::string& owner, const std::string& run_id,
                                                const GapInput& input, const net::GoOn& go_on,
                                                const CountReport& count, Provenance& provenance);

}  // namespace headway::flows
