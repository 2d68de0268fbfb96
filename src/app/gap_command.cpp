// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gap_command.hpp"

#include "app/configuration.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "app/paths.hpp"
#include "app/plain_id.hpp"
#include "app/version.hpp"
#include "json/json.hpp"
#include "report/render.hpp"
#include "report/report.hpp"

namespace headway::app {
namespace {

std::string rendered(const report::WireReport& wire, const report::Texts& texts, GapFormat format,
                     const std::string& language, const Streams& streams) {
    switch (format) {
        case GapFormat::json:
            return json::to_json(wire, json::Style::pretty) + "\n";
        case GapFormat::markdown:
            return report::to_markdown(wire, texts, language);
        case GapFormat::html:
            return report::to_html(wire, texts, language);
        case GapFormat::text:
            break;
    }
    return report::to_terminal(wire, texts, {streams.colour, streams.width}, language);
}

}  // namespace

int run_gap(const GapOptions& options, Streams& streams) {
    if (options.resume == "-" && options.job == "-") {
        streams.err << "headway: only one of the two files can be standard input.\n";
        return wrong_usage;
    }
    const auto limits = load_reading_limits(options.settings);
    if (!limits) return report_wrong_setting(streams, limits.error());
    const auto resume_document = read_input(options.resume, *limits);
    if (!resume_document) return report_failure(streams, resume_document.error());
    const auto job_document = read_input(options.job, *limits);
    if (!job_document) return report_failure(streams, job_document.error());
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    std::optional<ontology::OccupationId> occupation;
    if (!options.occupation.empty()) {
        occupation = catalog->find_occupation(plain_id(options.occupation));
        if (!occupation) {
            streams.err << "headway: --occupation: no occupation has the code " << options.occupation
                        << ". Find one with 'headway occupation \"TITLE\"'.\n";
            return wrong_usage;
        }
    }
    const auto linker = open_linker(*catalog);
    if (!linker) return report_failure(streams, linker.error());
    const career::Engine engine(*catalog, &*linker);
    const auto resume =
        engine.read_resume(resume_document->text, page_starts(*resume_document), this_month());
    const auto job = engine.read_job(job_document->text, page_starts(*job_document));
    const auto gap = engine.gap(resume, job, occupation);
    report::Source source{engine, resume, job, gap, program_version, {}};
    for (const std::string& w : resume_document->warnings) source.warnings.push_back("Résumé: " + w);
    for (const std::string& w : job_document->warnings) source.warnings.push_back("Job: " + w);
    streams.out << rendered(report::make_report(source), {resume_document->text, job_document->text},
                            options.format, options.language, streams);
    return done;
}

}  // namespace headway::app
