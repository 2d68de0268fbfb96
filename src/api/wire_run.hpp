// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "flows/run_result.hpp"
#include "store/runs.hpp"

namespace headway::api {

struct RunWire {
    std::string id;
    std::string kind;
    std::optional<std::string> subject_id;
    std::string state;
    double progress = 0;
    std::string step;
    std::optional<std::string> reason;
    bool can_retry = false;
    std::int64_t attempts = 0;
    std::optional<flows::RunResult> result;
    std::optional<flows::Provenance> provenance;
    std::string created_at;
    std::optional<std::string> started_at;
    std::optional<std::string> finished_at;
};
BOOST_DESCRIBE_STRUCT(RunWire, (),
                      (id, kind, subject_id, state, progress, step, reason, can_retry, attempts, result,
                       provenance, created_at, started_at, finished_at))

[[nodiscard]] RunWire to_wire(const store::Run& run);

/// What a run made; empty while it has not ended well.
[[nodiscard]] flows::RunResult result_of(const store::Run& run);

}  // namespace headway::api
