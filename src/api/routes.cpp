// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/routes.hpp"

#include "api/admin.hpp"
#include "api/agents.hpp"
#include "api/auth.hpp"
#include "api/calendar.hpp"
#include "api/chats.hpp"
#include "api/corrections.hpp"
#include "api/credential_routes.hpp"
#include "api/export.hpp"
#include "api/fetch_schedules.hpp"
#include "api/fetching.hpp"
#include "api/gap.hpp"
#include "api/goals.hpp"
#include "api/jobs.hpp"
#include "api/learn.hpp"
#include "api/mailing.hpp"
#include "api/membership.hpp"
#include "api/model_settings.hpp"
#include "api/model_usage.hpp"
#include "api/notes.hpp"
#include "api/oidc.hpp"
#include "api/pathways.hpp"
#include "api/person.hpp"
#include "api/proposals.hpp"
#include "api/resumes.hpp"
#include "api/runs.hpp"
#include "api/sign_in_ways.hpp"
#include "api/skills.hpp"
#include "api/tasks.hpp"

namespace headway::api {

void add_routes(http::Router& router, const Parts& parts, const Passwords& passwords, LiveEvents& live,
                ChatTurns& turns, const Samples& samples, const flows::Outside& outside,
                flows::SkillFinder& finder, std::shared_ptr<http::Metrics> metrics,
                const http::Origins& origins) {
    add_landing_routes(router, parts, samples, std::move(metrics));
    add_auth_routes(router, parts, passwords);
    add_oidc_routes(router, parts);
    add_sign_in_way_routes(router, parts);
    add_credential_routes(router, parts);
    add_mail_routes(router, parts, passwords);
    add_person_routes(router, parts);
    add_model_settings_routes(router, parts);
    add_model_usage_routes(router, parts);
    add_membership_routes(router, parts);
    add_admin_user_routes(router, parts, passwords);
    add_admin_health_routes(router, parts, finder, outside);
    add_admin_ontology_routes(router, parts);
    add_admin_model_routes(router, parts);
    add_goal_routes(router, parts);
    add_resume_routes(router, parts);
    add_resume_reading_routes(router, parts);
    add_fetch_routes(router, parts, outside);
    add_fetch_schedule_routes(router, parts);
    add_job_routes(router, parts);
    add_job_list_routes(router, parts);
    add_job_ranking_routes(router, parts);
    add_matrix_routes(router, parts);
    add_job_reading_routes(router, parts);
    add_saved_job_routes(router, parts);
    add_correction_routes(router, parts);
    add_alias_suggestion_routes(router, parts);
    add_gap_routes(router, parts);
    add_gap_report_routes(router, parts);
    add_learning_routes(router, parts);
    add_learning_advice_routes(router, parts);
    add_learning_plan_routes(router, parts);
    add_task_routes(router, parts);
    add_calendar_routes(router, parts);
    add_note_routes(router, parts);
    add_chat_routes(router, parts);
    add_chat_message_routes(router, parts, turns);
    add_proposal_routes(router, parts);
    add_export_routes(router, parts);
    add_my_data_routes(router, parts, passwords);
    add_skill_routes(router, parts, finder);
    add_pathway_routes(router, parts);
    add_run_routes(router, parts);
    add_event_routes(router, parts, live);
    add_agent_routes(router, parts, origins);
}

}  // namespace headway::api
