// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"
#include "api/passwords.hpp"
#include "flows/described_skills.hpp"
#include "flows/gather_jobs.hpp"

namespace headway::api {

/// /api/admin/users: accounts, their roles, plans and quotas. `passwords` must outlive the router.
void add_admin_user_routes(http::Router& router, const Parts& parts, const Passwords& passwords);

/// /api/admin/health and /api/admin/ontology: how the server is and what it knows skills from.
/// `finder` must outlive the router.
void add_admin_health_routes(http::Router& router, const Parts& parts, const flows::SkillFinder& finder,
                             const flows::Outside& outside);

/// /api/admin/model: the language model for everybody.
void add_admin_model_routes(http::Router& router, const Parts& parts);

/// /api/admin/ontology/imports and /api/skills/onet/sync: newer packs, used from the next start.
void add_admin_ontology_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api
