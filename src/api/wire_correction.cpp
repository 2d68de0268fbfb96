// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_correction.hpp"

namespace headway::api {

report::WireSkillRef skill_by_id(std::string_view id, std::string_view name,
                                 const ontology::Catalog& catalog) {
    if (const auto skill = catalog.find_skill(id))
        return report::make_skill_ref(catalog, catalog.lexicon().canonical(*skill));
    report::WireSkillRef out;
    out.id = id;
    out.name = name;
    out.framework = "text";
    out.kind = "skill";
    return out;
}

CorrectionWire to_wire(const store::Correction& c, const ontology::Catalog& catalog) {
    CorrectionWire out{c.id,
                       c.resume_id,
                       c.job_id,
                       c.action,
                       skill_by_id(c.skill_id.value_or("text:" + c.skill_name), c.skill_name, catalog),
                       {},
                       c.need,
                       c.task_id,
                       to_string(c.created_at)};
    out.level = c.level;
    return out;
}

std::vector<CorrectionWire> skill_corrections(std::span<const store::Correction> all,
                                              const ontology::Catalog& catalog) {
    std::vector<CorrectionWire> out;
    for (const store::Correction& c : all) {
        if (c.kind == "resume_skill" || c.kind == "job_requirement") out.push_back(to_wire(c, catalog));
    }
    return out;
}

}  // namespace headway::api
