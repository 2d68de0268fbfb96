// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "boards/job.hpp"

/// What all boards are made of: pure functions that say what to ask and read what came. Nothing here opens a
/// connection.
namespace headway::boards {

struct Search {
    std::vector<std::string> keywords;   ///< Any of them; none: everything.
    std::vector<std::string> locations;  ///< Any of them, or remote.
    std::vector<std::string> job_types;  ///< Any of them; a job that states none is kept.
};

/// What whoever runs the program registered for.
struct Keys {
    std::string adzuna_id;
    std::string adzuna_key;
    std::string adzuna_country = "us";  ///< Two letters, as Adzuna's addresses have them.
    std::string usajobs_email;
    std::string usajobs_key;
};

struct Request {
    std::string url;
    std::string body;  ///< JSON to POST; empty: GET
    std::vector<std::pair<std::string, std::string>> headers;
};

struct Ask {
    Search search;
    std::string board;  ///< The employer's name on the board, where there is one board for each.
    Keys keys;
    Timestamp now;
};

/// A job whose text must be asked for by itself. All its fields but the description are there.
struct Lead {
    FetchedJob job;
    Request request;
};

/// What one answer holds.
struct Batch {
    std::vector<FetchedJob> jobs;
    std::vector<Lead> leads;
    Refusals refused;
    std::optional<Request> next;  ///< Where there are more.
};

struct Source {
    std::string_view name;  ///< As the contract's JobSource.
    enum class Needs { nothing, board, key };
    Needs needs = Needs::nothing;
    bool searches_keywords = false;   ///< The source itself applies them,
    bool searches_locations = false;  ///< and these; what is false is left to fits().

    /// The requests to begin with. `invalid` for a board's name that cannot be, `unavailable` without its
    /// key.
    Result<std::vector<Request>> (*requests)(const Ask& ask);
    /// Never fails for one bad entry: it is counted. `unavailable` when the whole is not what the source
    /// gives.
    Result<Batch> (*read)(std::string_view bytes, const Ask& ask, const Request& asked);
    /// The job of a lead with its text. Null where lists hold the texts.
    Result<FetchedJob> (*read_text)(std::string_view bytes, const Lead& lead, const Ask& ask) = nullptr;
};

[[nodiscard]] std::span<const Source* const> all_sources();
[[nodiscard]] const Source* find_source(std::string_view name);

/// Whether a job is what the search is for, as far as the source has not seen to it itself.
[[nodiscard]] bool fits(const FetchedJob& job, const Search& search, const Source& source);
/// Whether a keyword stands in the title: such jobs come first.
[[nodiscard]] bool title_fits(const FetchedJob& job, const Search& search);

}  // namespace headway::boards
