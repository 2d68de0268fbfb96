// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/routes.hpp"

#include "api/admin.hpp"
#include "api/auth.hpp"
#include "api/corrections.hpp"
#include "api/credential_routes.hpp"
#include "api/gap.hpp"
#include "api/goals.hpp"
#include "api/jobs.hpp"
#include "api/learn.hpp"
#include "api/membership.hpp"
#include "api/person.hpp"
#include "api/resumes.hpp"
#include "api/runs.hpp"
#include "api/skills.hpp"
#include "api/tasks.hpp"

namespace headway::api {

void add_routes(http::Router& router, const Parts& parts, const Passwords& passwords, LiveEvents& live,
                const Samples& samples, std::shared_ptr<http::Metrics> metrics) {
    add_landing_routes(router, parts, samples, std::move(metrics));
    add_auth_routes(router, parts, passwords);
    add_credential_routes(router, parts);
    add_person_routes(router, parts);
    add_membership_routes(router, parts);
    add_admin_user_routes(router, parts, passwords);
    add_admin_health_routes(router, parts);
    add_goal_routes(router, parts);
    add_resume_routes(router, parts);
    add_resume_reading_routes(router, parts);
    add_job_routes(router, parts);
    add_job_reading_routes(router, parts);
    add_saved_job_routes(router, parts);
    add_correction_routes(router, parts);
    add_gap_routes(router, parts);
    add_gap_report_routes(router, parts);
    add_learning_routes(router, parts);
    add_task_routes(router, parts);
    add_skill_routes(router, parts);
    add_run_routes(router, parts);
    add_event_routes(router, parts, live);
}

}  // namespace headway::api
