// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "flows/gap_report.hpp"
#include "flows/models.hpp"

namespace headway::flows {

/// Makes the report of an input, or finds the one that is there for the same inputs; both in one transaction,
/// so that a second time after a crash changes nothing. Where the person wants it, their model reads the
/// texts first; one that fails leaves a warning in the report. Gives the report's id and what made it.
struct ReportOutcome {
    std::string gap_report_id;
    Provenance provenance;
    bool made = false;  ///< False: it was there.
};
[[nodiscard]] Result<ReportOutcome> make_report(sql::Database& database, const Knowledge& knowledge,
                                                const Models& models, const Clock& clock,
                                                const std::string& owner, const std::string& run_id,
                                                const GapInput& input);

}  // namespace headway::flows
