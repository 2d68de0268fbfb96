// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a run leaves: ids of what it made, and what made it. The JSON of both is stored with the run and is
/// what the API shows.
namespace headway::flows {

struct PackUsed {
    std::string framework;
    std::string release;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(PackUsed, (), (framework, release, checksum))

/// What a source of jobs gave.
struct SourceCount {
    std::string source;
    std::int64_t found = 0;
    std::int64_t added = 0;
    std::int64_t duplicates = 0;  ///< Also those that were there and are brought up to date.
    std::int64_t refused = 0;     ///< Not readable as a job.
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SourceCount, (), (source, found, added, duplicates, refused, reason))

struct RunResult {
    std::optional<std::string> resume_id;
    std::optional<std::string> gap_report_id;
    std::optional<std::vector<std::string>> learning_item_ids;
    std::optional<std::vector<std::string>> job_ids;
    std::optional<std::vector<SourceCount>> sources;
    std::optional<std::string> file_url;
    std::optional<std::vector<PackUsed>> frameworks;  ///< Packs that are used from the next start.
};
BOOST_DESCRIBE_STRUCT(RunResult, (),
                      (resume_id, gap_report_id, learning_item_ids, job_ids, sources, file_url, frameworks))

struct NamedValue {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(NamedValue, (), (name, value))

struct Timing {
    std::string step;
    double milliseconds = 0;
};
BOOST_DESCRIBE_STRUCT(Timing, (), (step, milliseconds))

struct Tokens {
    std::string model;
    std::int64_t input = 0;
    std::int64_t output = 0;
};
BOOST_DESCRIBE_STRUCT(Tokens, (), (model, input, output))

struct Provenance {
    std::string program = "headway";
    std::string version;
    std::vector<PackUsed> packs;
    std::vector<NamedValue> parameters;
    std::vector<NamedValue> input_hashes;
    std::vector<Timing> timings;
    std::optional<Tokens> tokens;
};
BOOST_DESCRIBE_STRUCT(Provenance, (), (program, version, packs, parameters, input_hashes, timings, tokens))

}  // namespace headway::flows
