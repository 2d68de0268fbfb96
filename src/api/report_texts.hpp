// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/handler.hpp"
#include "api/wire_gap.hpp"

namespace headway::api {

/// The texts that the evidence of a report points into; empty where they are gone or have changed since.
struct ReportTexts {
    std::string resume;
    std::string job;
};
[[nodiscard]] Answer<ReportTexts> texts_of(sql::Connection& c, const std::string& owner,
                                           const GapReportWire& report);

}  // namespace headway::api
