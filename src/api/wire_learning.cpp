// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_learning.hpp"

#include <cmath>

#include "api/wire_correction.hpp"

namespace headway::api {

LearningItemWire to_wire(const store::LearningItem& i, const ontology::Catalog& catalog) {
    const double per_hour = std::round(i.gain / i.hours * 100) / 100;
    return {i.id,       i.report_id, skill_by_id(i.skill_id, i.skill_name, catalog),
            i.title,    i.url,       i.publisher,
            i.kind,     i.hours,     i.from_level,
            i.to_level, i.gain,      per_hour,
            i.reason,   i.task_id,   to_string(i.created_at)};
}

}  // namespace headway::api
