// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_kinds.hpp"

#include <chrono>
#include <fmt/format.h>
#include <functional>

#include "api/quotas.hpp"
#include "app/own_ontology.hpp"
#include "base/hash.hpp"
#include "flows/advise_learning.hpp"
#include "flows/check_address.hpp"
#include "flows/erase.hpp"
#include "flows/export_account.hpp"
#include "flows/fetch_jobs.hpp"
#include "flows/gap_report.hpp"
#include "flows/import_resume.hpp"
#include "flows/learning.hpp"
#include "flows/make_report.hpp"
#include "flows/send_letter.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

constexpr std::chrono::milliseconds between_words{500};

/// The stored input of a run; what cannot be read is our own fault.
template <class Input>
Result<Input> input_of(const store::Run& run) {
    auto input = json::from_json<Input>(run.input);
    if (!input) return fail(ErrorCode::internal, "the input of run " + run.id + " cannot be read");
    return input;
}

/// What a kind of run does: the result, while `provenance` is filled with what it did and used up. That is
/// kept whatever comes of it.
using Perform = std::function<Result<flows::RunResult>(const store::Run& run, work::Progress& progress,
                                                       flows::Provenance& provenance)>;

double milliseconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

/// Whatever else a run leaves: what made it, what it was asked, how long it took.
work::Kind kind_of(const api::Parts& parts, std::string name, Perform perform) {
    return {std::move(name),
            [&parts, perform = std::move(perform)](const store::Run& run,
                                                   work::Progress& progress) -> Result<work::Outcome> {
                const auto began = std::chrono::steady_clock::now();
                const flows::NamedValue request{"request", fmt::format("{:016x}", hash64(run.input))};
                flows::Provenance provenance = flows::base_provenance(parts.knowledge);
                provenance.input_hashes.push_back(request);
                progress.leave(json::to_json(provenance));
                provenance.input_hashes.clear();
                const auto result = perform(run, progress, provenance);
                provenance.input_hashes.insert(provenance.input_hashes.begin(), request);
                provenance.timings.push_back({"whole", milliseconds_since(began)});
                if (result) return work::Outcome{json::to_json(*result), json::to_json(provenance)};
                progress.leave(json::to_json(provenance));
                return std::unexpected(result.error());
            }};
}

work::Kind fetch_kind(const api::Parts& parts, const flows::Outside& outside) {
    return kind_of(
        parts, "fetch_jobs",
        [&parts, &outside](const store::Run& run, work::Progress& progress,
                           flows::Provenance& provenance) -> Result<flows::RunResult> {
            const auto input = input_of<flows::FetchInput>(run);
            if (!input) return std::unexpected(input.error());
            const auto admit = [&](sql::Connection& c) -> Result<void> {
                auto room = api::use_quota(parts, c, run.user_id, "jobs", 1);
                if (!room) return std::unexpected(std::move(room.error().error));
                return {};
            };
            auto done = flows::fetch_jobs(
                parts.database, parts.knowledge, outside, parts.clock, run.user_id, run.id, *input, admit,
                [&](double at, const std::string& step) { return progress.report(at, step); }, provenance);
            if (!done) return std::unexpected(done.error());
            flows::RunResult result;
            result.job_ids = std::move(done->job_ids);
            result.sources = std::move(done->sources);
            return result;
        });
}

work::Kind advise_kind(const api::Parts& parts, const flows::Outside& outside) {
    return kind_of(
        parts, "advise_learning",
        [&parts, &outside](const store::Run& run, work::Progress& progress,
                           flows::Provenance& provenance) -> Result<flows::RunResult> {
            const auto input = input_of<flows::AdviceInput>(run);
            if (!input) return std::unexpected(input.error());
            auto ids = flows::advise_learning(
                parts.database, parts.knowledge, parts.models, outside, parts.clock, run.user_id, *input,
                [&](double at, const std::string& step) { return progress.report(at, step); }, provenance);
            if (!ids) return pass_on(ids);
            flows::RunResult result;
            result.learning_item_ids = std::move(*ids);
            return result;
        });
}

work::Kind report_kind(const api::Parts& parts) {
    return kind_of(parts, "make_report",
                   [&parts](const store::Run& run, work::Progress& progress,
                            flows::Provenance& provenance) -> Result<flows::RunResult> {
                       const auto input = input_of<flows::GapInput>(run);
                       if (!input) return std::unexpected(input.error());
                       const auto count = [&](sql::Connection& c) -> Result<void> {
                           auto room = api::use_quota(parts, c, run.user_id, "reports_per_day", 1);
                           if (!room) return std::unexpected(std::move(room.error().error));
                           return {};
                       };
                       auto told = std::chrono::steady_clock::now();
                       // That it was cancelled is heard with what is told, and not too often.
                       const auto go_on = [&] {
                           const auto now = std::chrono::steady_clock::now();
                           if (now - told < between_words) return progress.go_on();
                           told = now;
                           return progress.report(0.2, "the language model reads");
                       };
                       const auto done =
                           flows::make_report(parts.database, parts.knowledge, parts.models, parts.clock,
                                              run.user_id, run.id, *input, go_on, count, provenance);
                       if (!done) return std::unexpected(done.error());
                       flows::RunResult result;
                       result.gap_report_id = done->gap_report_id;
                       return result;
                   });
}

work::Kind check_url_kind(const api::Parts& parts, const flows::Outside& outside) {
    return kind_of(parts, "check_learning_url",
                   [&parts, &outside](const store::Run& run, work::Progress& progress,
                                      flows::Provenance& provenance) -> Result<flows::RunResult> {
                       const auto input = input_of<flows::CheckInput>(run);
                       if (!input) return std::unexpected(input.error());
                       progress.report(0.1, "looking at the address");
                       const auto look =
                           flows::check_item_address(parts.database, outside, parts.clock, run.user_id,
                                                     *input, [&] { return progress.go_on(); });
                       if (!look) return std::unexpected(look.error());
                       provenance = flows::provenance_of(parts.knowledge, *look);
                       flows::RunResult result;
                       result.learning_item_ids = {input->learning_item_id};
                       return result;
                   });
}

}  // namespace

std::vector<work::Kind> run_kinds(const api::Parts& parts, const flows::Outside& outside,
                                  const document::Limits& reading) {
    std::vector<work::Kind> out;
    out.push_back(kind_of(parts, "import_resume",
                          [&parts, reading](const store::Run& run, work::Progress& progress,
                                            flows::Provenance& provenance) -> Result<flows::RunResult> {
                              const auto input = input_of<flows::ImportInput>(run);
                              if (!input) return std::unexpected(input.error());
                              progress.report(0.1, "reading the file");
                              const auto done =
                                  flows::import_resume(parts.database, parts.files, parts.knowledge, reading,
                                                       parts.clock, run.user_id, *input, provenance);
                              if (!done) return std::unexpected(done.error());
                              flows::RunResult result;
                              result.resume_id = input->resume_id;
                              return result;
                          }));
    out.push_back(report_kind(parts));
    out.push_back(kind_of(parts, "generate_learning",
                          [&parts](const store::Run& run, work::Progress&,
                                   flows::Provenance& provenance) -> Result<flows::RunResult> {
                              const auto input = input_of<flows::LearningInput>(run);
                              if (!input) return std::unexpected(input.error());
                              auto done = flows::generate_learning(parts.database, parts.knowledge,
                                                                   parts.clock, run.user_id, *input);
                              if (!done) return std::unexpected(done.error());
                              provenance = std::move(done->provenance);
                              flows::RunResult result;
                              result.learning_item_ids = std::move(done->item_ids);
                              return result;
                          }));
    out.push_back(kind_of(parts, "export",
                          [&parts](const store::Run& run, work::Progress& progress,
                                   flows::Provenance& provenance) -> Result<flows::RunResult> {
                              auto done = flows::export_account(
                                  parts.database, parts.files, parts.knowledge, parts.clock, run.user_id,
                                  run.id, [&](double at) { return progress.report(at, "collecting"); });
                              if (!done) return std::unexpected(done.error());
                              provenance = std::move(*done);
                              flows::RunResult result;
                              result.file_url = "/api/my-data/exports/" + run.id + "/file";
                              return result;
                          }));
    out.push_back(kind_of(parts, "sync_ontology",
                          [&parts](const store::Run& run, work::Progress& progress,
                                   flows::Provenance&) -> Result<flows::RunResult> {
                              const auto input = input_of<flows::OntologyInput>(run);
                              if (!input) return std::unexpected(input.error());
                              return make_own_ontology(parts.policy.data_folder, parts.files, *input,
                                                       [&](double at, const std::string& step) {
                                                           return progress.report(at, step);
                                                       });
                          }));
    out.push_back(kind_of(parts, "erase",
                          [&parts](const store::Run& run, work::Progress&,
                                   flows::Provenance& provenance) -> Result<flows::RunResult> {
                              const auto input = input_of<flows::EraseInput>(run);
                              if (!input) return std::unexpected(input.error());
                              auto done = flows::erase(parts.database, parts.files, parts.knowledge,
                                                       parts.clock, *input);
                              if (!done) return std::unexpected(done.error());
                              provenance = std::move(*done);
                              return flows::RunResult{};
                          }));
    out.push_back(kind_of(
        parts, "send_mail",
        [&parts](const store::Run& run, work::Progress&, flows::Provenance&) -> Result<flows::RunResult> {
            const auto input = input_of<flows::LetterInput>(run);
            if (!input) return std::unexpected(input.error());
            if (parts.mail == nullptr) return fail(ErrorCode::invalid, "this server sends no mail any more");
            const auto sent =
                flows::send_letter(parts.database, *parts.mail, parts.clock, run.user_id, *input);
            if (!sent) return std::unexpected(sent.error());
            return flows::RunResult{};
        }));
    out.push_back(fetch_kind(parts, outside));
    out.push_back(advise_kind(parts, outside));
    out.push_back(check_url_kind(parts, outside));
    return out;
}

}  // namespace headway::app
