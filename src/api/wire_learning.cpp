// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_learning.hpp"

#include <cmath>

#include "api/wire_correction.hpp"

namespace headway::api {

LearningItemWire to_wire(const store::LearningItem& i, const ontology::Catalog& catalog) {
    LearningItemWire out;
    out.id = i.id;
    out.gap_report_id = i.report_id;
    out.skill = skill_by_id(i.skill_id, i.skill_name, catalog);
    out.title = i.title;
    out.url = i.url;
    out.publisher = i.publisher;
    out.kind = i.kind;
    out.hours = i.hours;
    out.from_level = i.from_level;
    out.to_level = i.to_level;
    out.gain = i.gain;
    out.gain_per_hour = std::round(i.gain / i.hours * 100) / 100;
    out.reason = i.reason;
    out.source = i.source;
    out.model = i.model;
    out.model_position = i.model_position;
    out.model_words = i.model_words;
    out.url_state = i.url_state;
    out.url_host = i.url_host;
    if (i.url_checked_at) out.url_checked_at = to_string(*i.url_checked_at);
    out.url_note = i.url_note;
    out.task_id = i.task_id;
    out.created_at = to_string(i.created_at);
    return out;
}

}  // namespace headway::api
