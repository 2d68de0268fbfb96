// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/parts.hpp"
#include "document/document.hpp"
#include "http/metrics.hpp"

namespace headway::api {

/// A résumé and a job that ship with the program.
struct Sample {
    std::string resume_name;
    document::Document resume;
    std::string job_text;
};
/// not_found for a name that is none of `names`.
struct Samples {
    std::vector<std::string> names;
    std::function<Result<Sample>(const std::string& name)> read;
};

/// /api/about, /api/try, /healthz, /readyz, /metrics: what works without an account, and what operators ask.
void add_landing_routes(http::Router& router, const Parts& parts, const Samples& samples,
                        std::shared_ptr<http::Metrics> metrics);

}  // namespace headway::api
