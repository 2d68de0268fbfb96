// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "flows/knowledge.hpp"
#include "flows/reading.hpp"
#include "flows/run_result.hpp"
#include "store/extractions.hpp"
#include "store/gap_reports.hpp"

namespace headway::flows {

/// What a report is to be made of; also the stored input of its run.
struct GapInput {
    std::string resume_id;
    std::string job_id;
};
BOOST_DESCRIBE_STRUCT(GapInput, (), (resume_id, job_id))

/// Everything a report depends on, read in one snapshot.
struct GapSource {
    store::Resume resume;
    store::ResumeText text;
    store::Job job;
    std::vector<store::Correction> of_resume;
    std::vector<store::Correction> of_job;
    /// What a model read, where the person wants that and it has.
    std::optional<store::Extraction> model_on_resume;
    std::optional<store::Extraction> model_on_job;
};
/// not_found for a résumé or job that the owner cannot see; conflict when the résumé is not ready.
[[nodiscard]] Result<GapSource> load_gap_source(sql::Connection& c, std::string_view owner,
                                                const GapInput& input);

/// 32 hexadecimal digits; equal for equal texts, corrections, occupation, readings of a model, month and
/// versions, and for no others.
[[nodiscard]] std::string hash_of(const GapSource& source, const Knowledge& knowledge, Date today);

struct MadeReport {
    store::GapReport row;
    std::string content;  ///< JSON as `headway gap --json` prints it.
    Provenance provenance;
};
struct ModelReading;
/// Pure but for its own timing. The row's id and run are left to the caller. `reading`: what came of asking a
/// model this time.
[[nodiscard]] MadeReport make_gap_report(const GapSource& source, const Knowledge& knowledge,
                                         const ModelReading& reading, Timestamp now);

/// The packs and version of the program, as provenance.
[[nodiscard]] Provenance base_provenance(const Knowledge& knowledge);

}  // namespace headway::flows
