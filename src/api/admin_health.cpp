// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "api/admin.hpp"
#include "api/handler.hpp"
#include "api/health_checks.hpp"
#include "api/wire_framework.hpp"
#include "store/health.hpp"
#include "store/users.hpp"

namespace headway::api {
namespace {

using http::Access;
using http::Method;

struct RunCounts {
    std::int64_t queued = 0;
    std::int64_t running = 0;
    std::int64_t ready = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
};
BOOST_DESCRIBE_STRUCT(RunCounts, (), (queued, running, ready, failed, cancelled))

struct HealthReport {
    std::string status;
    std::string version;
    std::string started_at;
    std::int64_t users = 0;
    std::int64_t sessions = 0;
    RunCounts runs;
    std::vector<HealthCheck> checks;
};
BOOST_DESCRIBE_STRUCT(HealthReport, (), (status, version, started_at, users, sessions, runs, checks))

struct OntologyState {
    std::vector<FrameworkWire> frameworks;
    std::int64_t lexicon_names = 0;
    std::string vector_store;
    std::optional<std::string> run_id;
};
BOOST_DESCRIBE_STRUCT(OntologyState, (), (frameworks, lexicon_names, vector_store, run_id))

RunCounts counts_of(const std::vector<store::StateCount>& counts) {
    RunCounts out;
    boost::mp11::mp_for_each<boost::describe::describe_members<RunCounts, boost::describe::mod_public>>(
        [&](auto d) {
            for (const store::StateCount& n : counts) {
                if (n.state == d.name) out.*d.pointer = n.runs;
            }
        });
    return out;
}

/// Figures stay 0 where the database fails; the check of the database says why.
Answer<Response> show_health(const Parts& parts, const flows::SkillFinder& finder,
                             const flows::Outside& outside, Timestamp started_at) {
    HealthReport out;
    out.version = parts.knowledge.version;
    out.started_at = to_string(started_at);
    out.checks = check_health(parts);
    out.checks.push_back(judge_vectors(finder.chroma()));
    for (HealthCheck& check : judge_boards(outside.keys)) out.checks.push_back(std::move(check));
    out.status = worst_of(out.checks);
    const auto counted = parts.database.read([&](sql::Connection& c) -> Result<void> {
        const auto users = store::count_users(c);
        if (!users) return std::unexpected(users.error());
        const auto sessions = store::count_sessions(c, parts.clock());
        if (!sessions) return std::unexpected(sessions.error());
        const auto runs = store::count_runs(c);
        if (!runs) return std::unexpected(runs.error());
        out.users = *users;
        out.sessions = *sessions;
        out.runs = counts_of(*runs);
        return {};
    });
    if (!counted) out.status = "failing";
    return http::json_reply(200, out);
}

Answer<Response> show_ontology(const Parts& parts, const flows::SkillFinder& finder, std::int64_t names) {
    auto run =
        parts.database.read([](sql::Connection& c) { return store::find_active_run(c, "sync_ontology"); });
    if (!run) return pass_on(run);
    return http::json_reply(
        200, OntologyState{frameworks_in_use(parts.knowledge.catalog), names,
                           finder.chroma() == nullptr ? "embedded" : "chroma", std::move(*run)});
}

/// Phrases that the lexicon finds in texts.
std::int64_t count_names(const ontology::Lexicon& lexicon) {
    const auto& ends = lexicon.phrases().ends;
    return std::count_if(ends.begin(), ends.end(), [](std::uint32_t end) { return end != 0; });
}

}  // namespace

void add_admin_health_routes(http::Router& router, const Parts& parts, const flows::SkillFinder& finder,
                             const flows::Outside& outside) {
    router.add({.method = Method::get,
                .pattern = "/api/admin/health",
                .access = Access::admin,
                .handler = [&parts, &finder, &outside, started_at = parts.clock()](const Call&) {
                    return show_health(parts, finder, outside, started_at);
                }});
    router.add({.method = Method::get,
                .pattern = "/api/admin/ontology",
                .access = Access::admin,
                .handler = [&parts, &finder, names = count_names(parts.knowledge.catalog.lexicon())](
                               const Call&) { return show_ontology(parts, finder, names); }});
}

}  // namespace headway::api
