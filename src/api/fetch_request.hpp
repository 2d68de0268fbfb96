// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "flows/gather_jobs.hpp"

namespace headway::api {

/// What somebody asks to be fetched.
struct FetchRequest {
    std::optional<std::vector<std::string>> keywords;
    std::optional<std::vector<std::string>> locations;
    std::optional<std::vector<std::string>> job_types;
    std::optional<std::vector<std::string>> sources;
    std::optional<std::vector<flows::BoardName>> boards;
    std::optional<std::vector<std::string>> urls;
    std::optional<std::int64_t> max_jobs_per_search;
    std::optional<bool> run_async;
};
BOOST_DESCRIBE_STRUCT(FetchRequest, (),
                      (keywords, locations, job_types, sources, boards, urls, max_jobs_per_search, run_async))

/// As a run takes it; `invalid`, naming the field, for what no fetch can be made of.
[[nodiscard]] Result<flows::FetchInput> fetch_input_of(const FetchRequest& request);

}  // namespace headway::api
