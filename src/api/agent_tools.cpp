// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/agents.hpp"

namespace headway::api {
namespace {

using http::Method;
using mcp::Argument;
using mcp::ArgumentKind;

Argument page_size() {
    return {"limit", "How many at most, 1 to 100.", ArgumentKind::whole};
}

Argument cursor() {
    return {"cursor", "Where to go on: next_cursor of the page before.", ArgumentKind::text};
}

Argument id_of(const char* name, const char* description, bool required) {
    return {name, description, ArgumentKind::id, required};
}

Argument query(const char* description, bool required) {
    return {"q", description, ArgumentKind::text, required};
}

AgentTool reading(const char* name, const char* title, const char* description,
                  std::vector<Argument> arguments, const char* pattern) {
    return {{name, title, description, std::move(arguments)}, Method::get, pattern, {}};
}

AgentTool proposing(const char* name, const char* title, const char* description,
                    std::vector<Argument> arguments, const char* action) {
    const std::string told = std::string(description) +
                             " Nothing is done now: the person sees the proposal in Headway and confirms or "
                             "dismisses it.";
    return {{name, title, told, std::move(arguments), false}, Method::post, "/api/proposals", action};
}

void add_documents(const Parts& parts, std::vector<AgentTool>& out) {
    out.push_back(reading("list_resumes", "Résumés", "The person's résumés, without their text.",
                          {page_size(), cursor()}, "/api/backend/resumes"));
    out.push_back(
        {{"get_resume",
          "Résumé",
          "The text of a résumé and the skills that it shows, each with its level and the words that "
          "prove it.",
          {id_of("resume_id", "A résumé.", true)}},
         Method::get,
         {},
         {},
         with(parts, resume_for_agents)});
    out.push_back(reading("search_jobs", "Search jobs", "Jobs by words in title, company, place or text.",
                          {query("The words; all have to occur.", true), page_size(), cursor()},
                          "/api/jobs/search"));
    out.push_back(reading("rank_jobs", "Jobs that fit best",
                          "Of all jobs that the person can see, those that fit a résumé best.",
                          {id_of("resume_id", "Instead of the default résumé.", false), page_size()},
                          "/api/jobs/ranking"));
    out.push_back(reading("list_saved_jobs", "Saved jobs",
                          "Jobs that the person keeps, with stage and the state of their report.",
                          {{"stage",
                            "Only this stage.",
                            ArgumentKind::text,
                            false,
                            {"saved", "applied", "interview", "offer", "rejected", "ghosted"}},
                           page_size(),
                           cursor()},
                          "/api/job-collections"));
    out.push_back(reading("get_job", "Job", "A job with the text of its ad.",
                          {id_of("job_id", "A job.", true)}, "/api/jobs/{job_id}"));
    out.push_back(reading("get_job_requirements", "Requirements of a job",
                          "What a job asks for: must or nice, the level, and the words that say so.",
                          {id_of("job_id", "A job.", true)}, "/api/jobs/{job_id}/requirements"));
}

void add_reports(const Parts& parts, std::vector<AgentTool>& out) {
    out.push_back(reading("list_reports", "Gap reports",
                          "Reports of a résumé held against a job, newest first, with their scores.",
                          {id_of("job_id", "Only on this job.", false),
                           id_of("resume_id", "Only of this résumé.", false), page_size(), cursor()},
                          "/api/gap-reports"));
    out.push_back(
        {{"get_report",
          "Gap report",
          "A whole report in Markdown: score with interval, each requirement with the level held and "
          "needed, the sentences that prove it, and what closing it would add.",
          {id_of("gap_report_id", "A report.", true)}},
         Method::get,
         {},
         {},
         with(parts, report_for_agents)});
    out.push_back(reading("list_learning_items", "Learning items",
                          "Courses, books and exercises that were chosen for reports. Those with source "
                          "model were proposed by a language model: what they say of themselves is checked "
                          "by nobody, and while url_state is not reachable they are unverified altogether.",
                          {id_of("gap_report_id", "Only for this report.", false), page_size(), cursor()},
                          "/api/learning-items"));
}

void add_plan(std::vector<AgentTool>& out) {
    out.push_back(reading("list_tasks", "Tasks", "The plan: tasks, the earliest first.",
                          {{"done", "Only done ones, or only others.", ArgumentKind::truth},
                           query("Words in title or description.", false),
                           {"from", "Only those that end on or after this day.", ArgumentKind::day},
                           {"to", "Only those that begin on or before this day.", ArgumentKind::day},
                           page_size(),
                           cursor()},
                          "/api/tasks"));
    out.push_back(reading("list_goals", "Goals", "What the person works towards.", {page_size(), cursor()},
                          "/api/goals"));
    out.push_back(reading("search_notes", "Notes", "The person's notes, with the beginning of each.",
                          {query("Words in title or body.", false),
                           id_of("job_id", "Only about this job.", false), page_size(), cursor()},
                          "/api/notes"));
    out.push_back(reading("get_note", "Note", "A note in whole.", {id_of("note_id", "A note.", true)},
                          "/api/notes/{note_id}"));
}

void add_knowledge(std::vector<AgentTool>& out) {
    out.push_back(reading(
        "search_skills", "Search skills", "Skills of O*NET, ESCO and Headway by name, misspelt ones too.",
        {query("A name.", true), {"limit", "How many, 1 to 50.", ArgumentKind::whole}}, "/api/skills"));
    out.push_back(reading("search_occupations", "Search occupations", "Occupations by title.",
                          {query("A title.", true), {"limit", "How many, 1 to 50.", ArgumentKind::whole}},
                          "/api/occupations"));
    out.push_back(reading("list_pathways", "Pathways",
                          "Occupations closest to a résumé, with what each still asks for.",
                          {id_of("resume_id", "Instead of the default résumé.", false),
                           query("Words of a name.", false), page_size(), cursor()},
                          "/api/pathways"));
}

void add_proposals(std::vector<AgentTool>& out) {
    out.push_back(reading(
        "list_proposals", "Proposals", "What was proposed, and whether the person confirmed or dismissed it.",
        {{"state", "Only in this state.", ArgumentKind::text, false, {"open", "confirmed", "dismissed"}},
         page_size(),
         cursor()},
        "/api/proposals"));
    out.push_back(proposing("propose_task", "Propose a task", "Proposes something to do.",
                            {{"title", "What is to be done.", ArgumentKind::text, true},
                             {"text", "How, and why.", ArgumentKind::text},
                             {"due_on", "The day, YYYY-MM-DD.", ArgumentKind::day}},
                            "create_task"));
    out.push_back(proposing("propose_note", "Propose a note", "Proposes a note.",
                            {{"title", "Its title.", ArgumentKind::text, true},
                             {"text", "Markdown.", ArgumentKind::text, true},
                             id_of("job_id", "The job that it is about.", false)},
                            "save_note"));
    out.push_back(proposing("propose_job", "Propose a job",
                            "Proposes to add a job that is not in Headway yet.",
                            {{"title", "Its title.", ArgumentKind::text, true},
                             {"text", "The ad, word for word.", ArgumentKind::text, true},
                             {"company", "The employer.", ArgumentKind::text},
                             {"url", "Where the ad stands, https://…", ArgumentKind::text}},
                            "add_job"));
    out.push_back(proposing("propose_saving_job", "Propose to save a job",
                            "Proposes to put a job among the saved ones.",
                            {id_of("job_id", "The job.", true)}, "save_job"));
    out.push_back(proposing(
        "propose_report", "Propose a report", "Proposes to hold a résumé against a job.",
        {id_of("job_id", "The job.", true), id_of("resume_id", "Instead of the default résumé.", false)},
        "start_report"));
}

}  // namespace

std::vector<AgentTool> agent_tools(const Parts& parts) {
    std::vector<AgentTool> out;
    add_documents(parts, out);
    add_reports(parts, out);
    add_plan(out);
    add_knowledge(out);
    add_proposals(out);
    return out;
}

}  // namespace headway::api
