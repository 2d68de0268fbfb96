// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "ontology/catalog.hpp"
#include "report/wire.hpp"
#include "store/learning_items.hpp"

namespace headway::api {

struct LearningItemWire {
    std::string id;
    std::string gap_report_id;
    report::WireSkillRef skill;
    std::string title;
    std::string url;
    std::string publisher;
    std::string kind;
    double hours = 0;
    double from_level = 0;
    double to_level = 0;
    double gain = 0;
    double gain_per_hour = 0;
    std::string reason;
    std::optional<std::string> task_id;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(LearningItemWire, (),
                      (id, gap_report_id, skill, title, url, publisher, kind, hours, from_level, to_level,
                       gain, gain_per_hour, reason, task_id, created_at))

[[nodiscard]] LearningItemWire to_wire(const store::LearningItem& item, const ontology::Catalog& catalog);

}  // namespace headway::api
