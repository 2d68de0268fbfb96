// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

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
    std::string source;
    std::optional<std::string> model;
    std::optional<std::int64_t> model_position;
    std::optional<std::string> model_words;
    std::optional<std::string> url_state;
    std::optional<std::string> url_host;
    std::optional<std::string> url_checked_at;
    std::optional<std::string> url_note;
    std::optional<std::string> task_id;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(LearningItemWire, (),
                      (id, gap_report_id, skill, title, url, publisher, kind, hours, from_level, to_level,
                       gain, gain_per_hour, reason, source, model, model_position, model_words, url_state,
                       url_host, url_checked_at, url_note, task_id, created_at))

/// What a request that has learning items made, ordered or looked at is answered with.
struct LearningRunWire {
    std::vector<std::string> learning_item_ids;
    std::string run_id;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(LearningRunWire, (), (learning_item_ids, run_id, state))

[[nodiscard]] LearningItemWire to_wire(const store::LearningItem& item, const ontology::Catalog& catalog);

}  // namespace headway::api
