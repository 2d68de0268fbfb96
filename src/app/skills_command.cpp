// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/skills_command.hpp"

#include <fmt/format.h>

#include "app/configuration.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "app/paths.hpp"
#include "json/json.hpp"
#include "report/report.hpp"

namespace headway::app {
namespace {

void print_table(const report::WireSkillList& list, Streams& streams) {
    for (const auto& s : list.skills) {
        streams.out << fmt::format("{:<36} {:<21} {:>4} {:<10} {:<5}", s.name, s.kind,
                                   fmt::format("{:.1f}", s.level.value), s.level.label, s.need.value_or(""));
        if (!s.evidence.empty()) streams.out << " “" << s.evidence.front().text << "”";
        streams.out << '\n';
    }
    for (const auto& u : list.unclaimed) {
        streams.out << fmt::format("{:<36} not counted ({}): “{}”\n", u.skill.name, u.stance,
                                   u.evidence.text);
    }
    for (const auto& w : list.warnings) streams.err << "headway: " << w << '\n';
}

}  // namespace

int run_skills(const SkillsOptions& options, Streams& streams) {
    const auto limits = load_reading_limits(options.settings);
    if (!limits) return report_wrong_setting(streams, limits.error());
    const auto document = read_input(options.file, *limits);
    if (!document) return report_failure(streams, document.error());
    const auto catalog = open_catalog();
    if (!catalog) return report_failure(streams, catalog.error());
    const auto linker = open_linker(*catalog);
    if (!linker) return report_failure(streams, linker.error());
    const career::Engine engine(*catalog, &*linker);
    report::WireSkillList list;
    if (options.job) {
        list = report::make_job_skills(engine.read_job(document->text, page_starts(*document)), *catalog,
                                       document->warnings);
    } else {
        list = report::make_resume_skills(
            engine.read_resume(document->text, page_starts(*document), this_month()), *catalog,
            document->warnings);
    }
    if (options.json) {
        streams.out << json::to_json(list, json::Style::pretty) << '\n';
    } else {
        print_table(list, streams);
    }
    return done;
}

}  // namespace headway::app
