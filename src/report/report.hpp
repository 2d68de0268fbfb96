// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "career/engine.hpp"
#include "report/wire.hpp"

namespace headway::report {

/// What a report is made of; everything must outlive the call.
struct Source {
    const career::Engine& engine;  ///< that made it
    const career::Resume& resume;
    const career::Job& job;
    const career::GapReport& gap;
    std::string_view version;           ///< of the program
    std::vector<std::string> warnings;  ///< from reading the documents
};

/// "stated", "negated", "hoped_for", "taught".
[[nodiscard]] std::string_view stance_name(career::Stance stance);

/// A skill with its identity in every framework.
[[nodiscard]] WireSkillRef make_skill_ref(const ontology::Catalog& catalog, ontology::SkillId canonical);
[[nodiscard]] WireEvidence make_evidence(const career::Evidence& evidence);
[[nodiscard]] WireOccupation make_occupation(const ontology::Catalog& catalog,
                                             const career::OccupationMatch& match);

/// Another text whenever a report has other fields, so that one stored by another version of the program is
/// known as such.
[[nodiscard]] std::string fields_of_reports();

/// Figures rounded to two decimals (levels, certainties, weights) and names resolved.
[[nodiscard]] WireReport make_report(const Source& source);

[[nodiscard]] WireSkillList make_resume_skills(const career::Resume& resume, const ontology::Catalog& catalog,
                                               std::vector<std::string> warnings);
[[nodiscard]] WireSkillList make_job_skills(const career::Job& job, const ontology::Catalog& catalog,
                                            std::vector<std::string> warnings);

}  // namespace headway::report
