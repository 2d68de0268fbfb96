// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/make_report.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "flows/extraction.hpp"
#include "store/events.hpp"
#include "store/quotas.hpp"

namespace headway::flows {
namespace {

/// What makes reports equal: their inputs, and whether a model failed to read them.
std::string hash_with(const std::string& inputs, const ModelReading& reading) {
    if (!reading.trouble || reading.refused) return inputs;
    const std::string text = inputs + " without the model";
    return fmt::format("{:016x}{:016x}", hash64(text), hash64("again " + text));
}

Result<std::optional<store::GapReport>> find_equal(sql::Database& database, const std::string& owner,
                                                   const std::string& hash) {
    return database.read(
        [&](sql::Connection& c) { return store::find_gap_report_by_inputs(c, owner, hash); });
}

}  // namespace

Result<ReportOutcome> make_report(sql::Database& database, const Knowledge& knowledge, const Models& models,
                                  const Clock& clock, const std::string& owner, const std::string& run_id,
                                  const GapInput& input, const net::GoOn& go_on, const CountReport& count,
                                  Provenance& provenance) {
    provenance = base_provenance(knowledge);
    // A worker that was killed between making it and saying so: this run has made its report.
    const auto made_before =
        database.read([&](sql::Connection& c) { return store::find_gap_report(c, owner, run_id); });
    if (!made_before) return std::unexpected(made_before.error());
    if (*made_before) {
        provenance.input_hashes = {{"inputs", (*made_before)->inputs_hash}};
        return ReportOutcome{run_id, true};
    }
    const auto load = [&] {
        return database.read([&](sql::Connection& c) { return load_gap_source(c, owner, input); });
    };
    const auto before = load();
    if (!before) return std::unexpected(before.error());
    ReadingLimits limits;
    limits.go_on = go_on;
    limits.admit = [&]() -> Result<void> {
        // Whoever asked for this was not counted when there was a report to answer with.
        const auto equal = find_equal(database, owner, hash_of(*before, knowledge, date_of(clock())));
        if (!equal) return std::unexpected(equal.error());
        return *equal && count ? database.write(count) : Result<void>();
    };
    const auto reading = read_by_model(database, knowledge, models, clock, owner, before->text.content,
                                       job_text(before->job), limits);
    if (!reading) return std::unexpected(reading.error());
    const Timestamp now = clock();
    auto source = load();
    if (!source) return pass_on(source);
    const std::string inputs = hash_of(*source, knowledge, date_of(now));
    const std::string hash = hash_with(inputs, *reading);
    auto there = find_equal(database, owner, hash);
    if (!there) return pass_on(there);
    provenance.input_hashes = {{"inputs", hash}};
    add_reading(provenance, *reading);
    if (*there) {
        provenance.parameters.push_back({"found", (*there)->id});
        return ReportOutcome{(*there)->id, false};
    }
    MadeReport made = make_gap_report(*source, knowledge, *reading, now);
    made.row.inputs_hash = hash;
    for (auto& [name, value] : made.provenance.input_hashes) {
        if (value == inputs) value = hash;
    }
    provenance = std::move(made.provenance);
    made.row.id = run_id;  // so that the report has its address before it is made
    made.row.run_id = run_id;
    return database.write([&](sql::Connection& c) -> Result<ReportOutcome> {
        // Another worker may have made it since, or be about to.
        if (auto locked = store::lock_holdings(c, owner); !locked) return pass_on(locked);
        auto again = store::find_gap_report_by_inputs(c, owner, hash);
        if (!again) return pass_on(again);
        if (*again) return ReportOutcome{(*again)->id, false};
        if (auto added = store::add_gap_report(c, owner, made.row, made.content); !added)
            return pass_on(added);
        if (auto told = store::add_event(c, owner, "gap_report", made.row.id, now); !told)
            return pass_on(told);
        return ReportOutcome{made.row.id, true};
    });
}

}  // namespace headway::flows
