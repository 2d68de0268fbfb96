// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/report.hpp"
#include "store/corrections.hpp"

namespace headway::api {

struct CorrectionWire {
    std::string id;
    std::optional<std::string> resume_id;
    std::optional<std::string> job_id;
    std::string action;
    report::WireSkillRef skill;
    std::optional<double> level;
    std::optional<std::string> need;
    std::optional<std::string> task_id;
    std::string created_at;
};
BOOST_DESCRIBE_STRUCT(CorrectionWire, (),
                      (id, resume_id, job_id, action, skill, level, need, task_id, created_at))

[[nodiscard]] CorrectionWire to_wire(const store::Correction& correction, const ontology::Catalog& catalog);
/// Those of skills and requirements, as DocumentSkills lists them.
[[nodiscard]] std::vector<CorrectionWire> skill_corrections(std::span<const store::Correction> all,
                                                            const ontology::Catalog& catalog);

/// A skill by its id on the wire: of a framework, or "text:…" in its own words.
[[nodiscard]] report::WireSkillRef skill_by_id(std::string_view id, std::string_view name,
                                               const ontology::Catalog& catalog);

}  // namespace headway::api
