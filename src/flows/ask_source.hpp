// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gather_jobs.hpp"

namespace headway::flows {

/// What one source, board or page gave.
struct Given {
    std::vector<boards::FetchedJob> jobs;  ///< Best first, at most `most`.
    boards::Refusals refused;
    std::vector<std::string> reasons;
};

/// The jobs of a source (of one of its boards, where it has boards) that fit the search.
[[nodiscard]] Given ask_source(const Outside& outside, const boards::Source& source, const boards::Ask& ask,
                               std::size_t most, const net::GoOn& go_on);
/// The jobs that a page describes.
[[nodiscard]] Given ask_page(const Outside& outside, const std::string& url, std::size_t most, Timestamp now,
                             const net::GoOn& go_on);

}  // namespace headway::flows
