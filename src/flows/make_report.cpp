// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/make_report.hpp"

#include "flows/extraction.hpp"
#include "store/events.hpp"
#include "store/quotas.hpp"

namespace headway::flows {

Result<ReportOutcome> make_report(sql::Database& database, const Knowledge& knowledge, const Models& models,
                                  const Clock& clock, const std::string& owner, const std::string& run_id,
                                  const GapInput& input) {
    const auto texts = database.read([&](sql::Connection& c) { return load_gap_source(c, owner, input); });
    if (!texts) return std::unexpected(texts.error());
    const auto reading =
        read_by_model(database, knowledge, models, clock, owner, texts->text.content, job_text(texts->job));
    if (!reading) return std::unexpected(reading.error());
    const Timestamp now = clock();
    auto source = database.read([&](sql::Connection& c) { return load_gap_source(c, owner, input); });
    if (!source) return pass_on(source);
    const std::string hash = hash_of(*source, knowledge, date_of(now));
    auto there =
        database.read([&](sql::Connection& c) { return store::find_gap_report_by_inputs(c, owner, hash); });
    if (!there) return pass_on(there);
    if (*there) {
        ReportOutcome known{(*there)->id, base_provenance(knowledge), false};
        add_reading(known.provenance, *reading);
        return known;
    }
    MadeReport made = make_gap_report(*source, knowledge, *reading, now);
    made.row.id = run_id;  // so that the report has its address before it is made
    made.row.run_id = run_id;
    return database.write([&](sql::Connection& c) -> Result<ReportOutcome> {
        // Another worker may have made it since, or be about to.
        if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
        auto again = store::find_gap_report_by_inputs(c, owner, hash);
        if (!again) return pass_on(again);
        if (*again) return ReportOutcome{(*again)->id, made.provenance, false};
        if (auto added = store::add_gap_report(c, owner, made.row, made.content); !added)
            return pass_on(added);
        if (auto told = store::add_event(c, owner, "gap_report", made.row.id, now); !told)
            return pass_on(told);
        return ReportOutcome{made.row.id, made.provenance, true};
    });
}

}  // namespace headway::flows
