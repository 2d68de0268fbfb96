// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "store/resumes.hpp"

namespace headway::api {

/// /api/backend/resume(s)/… and /api/resumes/…: uploading, listing, the default one, the file.
void add_resume_routes(http::Router& router, const Parts& parts);
/// /api/resumes/{resume_id}/text, /summary, /skills: what was read.
void add_resume_reading_routes(http::Router& router, const Parts& parts);

/// The résumé of the path, of the caller.
[[nodiscard]] http::Answer<store::Resume> get_resume(sql::Connection& c, const http::Call& call);

}  // namespace headway::api
