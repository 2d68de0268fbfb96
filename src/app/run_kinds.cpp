// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_kinds.hpp"

#include "flows/erase.hpp"
#include "flows/import_resume.hpp"
#include "flows/learning.hpp"
#include "flows/make_report.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

/// The stored input of a run; what cannot be read is our own fault.
template <class Input>
Result<Input> input_of(const store::Run& run) {
    auto input = json::from_json<Input>(run.input);
    if (!input) return fail(ErrorCode::internal, "the input of run " + run.id + " cannot be read");
    return input;
}

work::Outcome outcome(const flows::RunResult& result, const flows::Provenance& provenance) {
    return {json::to_json(result), json::to_json(provenance)};
}

}  // namespace

std::vector<work::Kind> run_kinds(const api::Parts& parts) {
    std::vector<work::Kind> out;
    out.push_back(
        {"import_resume", [&parts](const store::Run& run, work::Progress& progress) -> Result<work::Outcome> {
             const auto input = input_of<flows::ImportInput>(run);
             if (!input) return std::unexpected(input.error());
             progress.report(0.1, "reading the file");
             const auto done = flows::import_resume(parts.database, parts.files, parts.knowledge, {},
                                                    parts.clock, run.user_id, *input);
             if (!done) return std::unexpected(done.error());
             flows::RunResult result;
             result.resume_id = input->resume_id;
             return outcome(result, *done);
         }});
    out.push_back({"make_report", [&parts](const store::Run& run, work::Progress&) -> Result<work::Outcome> {
                       const auto input = input_of<flows::GapInput>(run);
                       if (!input) return std::unexpected(input.error());
                       const auto done = flows::make_report(parts.database, parts.knowledge, parts.clock,
                                                            run.user_id, run.id, *input);
                       if (!done) return std::unexpected(done.error());
                       flows::RunResult result;
                       result.gap_report_id = done->gap_report_id;
                       return outcome(result, done->provenance);
                   }});
    out.push_back(
        {"generate_learning", [&parts](const store::Run& run, work::Progress&) -> Result<work::Outcome> {
             const auto input = input_of<flows::LearningInput>(run);
             if (!input) return std::unexpected(input.error());
             const auto done =
                 flows::generate_learning(parts.database, parts.knowledge, parts.clock, run.user_id, *input);
             if (!done) return std::unexpected(done.error());
             flows::RunResult result;
             result.learning_item_ids = done->item_ids;
             return outcome(result, done->provenance);
         }});
    out.push_back({"erase", [&parts](const store::Run& run, work::Progress&) -> Result<work::Outcome> {
                       const auto input = input_of<flows::EraseInput>(run);
                       if (!input) return std::unexpected(input.error());
                       const auto done =
                           flows::erase(parts.database, parts.files, parts.knowledge, parts.clock, *input);
                       if (!done) return std::unexpected(done.error());
                       return outcome({}, *done);
                   }});
    return out;
}

}  // namespace headway::app
