// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "store/runs.hpp"

namespace headway::work {

/// What a kind of run sees while it works.
class Progress {
  public:
    virtual ~Progress() = default;
    /// Says how far it is (0–1) and what it does now, renews the lease, and answers whether to go on: false
    /// when the person cancelled, the program stops, or somebody else has the run. Cheap: writes at most once
    /// in a fifth of a second unless the step changes.
    virtual bool report(double progress, const std::string& step) = 0;
    /// Whether to go on, without saying anything.
    [[nodiscard]] virtual bool go_on() const = 0;
    /// The provenance (JSON) that the run keeps should it fail, be cancelled or be given up. Written with the
    /// next report.
    virtual void leave(std::string provenance) = 0;
};

/// What a run ends with when it did not fail.
struct Outcome {
    std::string result = "{}";      ///< JSON for the client: ids of what was made
    std::string provenance = "{}";  ///< JSON: versions, parameters, hashes of inputs, timings
};

/// One kind of background work. `perform` may be called again after a crash and must then find its way:
/// whatever it writes, it writes in one transaction or such that a second time changes nothing. An error's
/// what and fix become the run's reason; codes invalid, not_found, forbidden and too_large cannot be retried,
/// others can.
struct Kind {
    std::string name;
    std::function<Result<Outcome>(const store::Run&, Progress&)> perform;
};

}  // namespace headway::work
