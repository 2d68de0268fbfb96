// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "boards/source.hpp"
#include "flows/run_result.hpp"
#include "net/polite_client.hpp"

namespace headway::flows {

struct BoardName {
    std::string source;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(BoardName, (), (source, name))

/// What to look for; also the stored input of a run that fetches.
struct FetchInput {
    std::vector<std::string> keywords;
    std::vector<std::string> locations;
    std::vector<std::string> job_types;
    std::vector<std::string> sources;  ///< Without any, and without boards and urls: all that need nothing.
    std::vector<BoardName> boards;
    std::vector<std::string> urls;
    std::int64_t most = 25;  ///< Jobs of each source, board and page.
};
BOOST_DESCRIBE_STRUCT(FetchInput, (), (keywords, locations, job_types, sources, boards, urls, most))

/// `invalid`, naming the field, for what no fetch can be made of.
[[nodiscard]] Result<void> check_fetch(const FetchInput& input);

/// How the outside is reached.
struct Outside {
    net::PoliteClient& client;
    boards::Keys keys;
    /// For tests: requests to boards, and to addresses that a model named, go to this origin instead, their
    /// host as the first part of the path.
    std::string boards_origin;
};

/// Where a request to a board, or to an address that a model named, really goes.
[[nodiscard]] std::string asked_at(const Outside& outside, const std::string& url);

/// Says how far it is (0–1) and what it does; false ends the gathering.
using Tell = std::function<bool(double, const std::string&)>;

struct Gathered {
    std::vector<boards::FetchedJob> jobs;  ///< Those that fit, no two the same.
    std::vector<SourceCount> sources;      ///< In the order asked; nothing is added yet.
    std::vector<Timing> timings;
    bool stopped = false;
};

/// Asks every source, board and page in turn. One that fails is told in `sources` and stops nothing.
[[nodiscard]] Gathered gather_jobs(const Outside& outside, const FetchInput& input, Timestamp now,
                                   const Tell& tell);

/// The count of a source, made when there is none yet.
[[nodiscard]] SourceCount& count_of(std::vector<SourceCount>& counts, const std::string& source);
/// Adds a reason to those that a count has.
void add_reason(SourceCount& count, const std::string& reason);

}  // namespace headway::flows
