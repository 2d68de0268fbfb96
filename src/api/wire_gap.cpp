// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_gap.hpp"

namespace headway::api {

StatsWire stats_of(const store::GapReport& r) {
    return {r.score, r.low, r.high, r.requirements, r.matched, r.weak, r.missing};
}

GapSummaryWire to_summary(const store::GapReport& r, const GapPlace& place) {
    return {r.id,
            r.resume_id,
            r.job_id,
            r.resume_name,
            r.job_title,
            r.company,
            "ready",
            {},
            false,
            r.run_id,
            place.stale,
            place.latest_id,
            stats_of(r),
            place.previous_score,
            to_string(r.created_at)};
}

}  // namespace headway::api
