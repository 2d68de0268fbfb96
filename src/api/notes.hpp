// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/parts.hpp"
#include "store/notes.hpp"

namespace headway::api {

void add_note_routes(http::Router& router, const Parts& parts);

/// Checks a note, counts it against the quota and adds it; tells the person's pages.
[[nodiscard]] http::Answer<void> add_note(const Parts& parts, sql::Connection& c, const std::string& owner,
                                          const store::Note& note);

}  // namespace headway::api
