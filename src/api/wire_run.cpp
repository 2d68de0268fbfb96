// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_run.hpp"

#include "api/wire_user.hpp"
#include "json/json.hpp"

namespace headway::api {

flows::RunResult result_of(const store::Run& run) {
    auto result = json::from_json<flows::RunResult>(run.result);
    return result ? std::move(*result) : flows::RunResult();
}

RunWire to_wire(const store::Run& r) {
    RunWire out{r.id,
                r.kind,
                r.subject_id,
                r.state,
                r.progress,
                r.step,
                r.reason,
                r.can_retry,
                r.attempts,
                {},
                {},
                to_string(r.created_at),
                optional_text(r.started_at),
                optional_text(r.finished_at)};
    if (r.state == "ready") out.result = result_of(r);
    // Also of one that failed; what has not begun has left none.
    if (auto provenance = json::from_json<flows::Provenance>(r.provenance))
        out.provenance = std::move(*provenance);
    return out;
}

}  // namespace headway::api
