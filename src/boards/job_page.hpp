// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "boards/source.hpp"

namespace headway::boards {

/// The source of a job that was read from a web page.
inline constexpr std::string_view page_source = "page";

/// Every schema.org JobPosting (JSON-LD) of a page; `url` is where the page lies. `invalid` when it has none.
[[nodiscard]] Result<Batch> read_job_page(std::string_view page, const std::string& url, Timestamp now);

}  // namespace headway::boards
