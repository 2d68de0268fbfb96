// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "flows/described_skills.hpp"

namespace headway::api {

/// /api/skills and /api/occupations: searching and showing what the frameworks know. `finder` must outlive
/// the router.
void add_skill_routes(http::Router& router, const Parts& parts, flows::SkillFinder& finder);

}  // namespace headway::api
