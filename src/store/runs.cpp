// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runs.hpp"

#include "store/events.hpp"
#include "store/resumes.hpp"

namespace headway::store {
namespace {

#define HEADWAY_RUN_COLUMNS                                                                                 \
    "id, user_id, kind, state, subject_id, progress, step, reason, can_retry, cancel_requested, attempts, " \
    "worker, "                                                                                              \
    "leased_until, not_before, input, result, provenance, created_at, started_at, finished_at "

/// Nothing waits for ever for a run that has ended without doing its work.
Result<void> settle_subject(sql::Connection& c, const Run& run, Timestamp at) {
    if (run.kind != "import_resume" || !run.subject_id) return {};
    if (run.state == "cancelled")
        return end_import(c, run.user_id, *run.subject_id, run.id, "Reading it was cancelled.", at);
    if (run.state == "failed")
        return end_import(c, run.user_id, *run.subject_id, run.id, run.reason.value_or(""), at);
    return {};
}

Result<void> announce(sql::Connection& c, const Run& run, Timestamp at) {
    if (auto settled = settle_subject(c, run, at); !settled) return settled;
    if (auto told = c.notify(runs_channel, run.user_id); !told) return told;
    return add_event(c, run.user_id, "run", run.id, at);
}

/// Announces what an `update … returning` gave, if anything.
Result<bool> announced(sql::Connection& c, const Result<std::optional<Run>>& changed, Timestamp at) {
    if (!changed) return std::unexpected(changed.error());
    if (!*changed) return false;
    if (auto told = announce(c, **changed, at); !told) return std::unexpected(told.error());
    return true;
}

}  // namespace

Result<void> add_run(sql::Connection& c, const Run& r) {
    const auto done =
        c.run("insert into runs (" HEADWAY_RUN_COLUMNS
              ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
              "$19, $20)",
              r.id, r.user_id, r.kind, r.state, r.subject_id, r.progress, r.step, r.reason, r.can_retry,
              r.cancel_requested, r.attempts, r.worker, r.leased_until, r.not_before, r.input, r.result,
              r.provenance, r.created_at, r.started_at, r.finished_at);
    if (!done) return std::unexpected(done.error());
    return announce(c, r, r.created_at);
}

Result<std::optional<Run>> find_run(sql::Connection& c, std::string_view owner, std::string_view id) {
    return c.row<Run>("select " HEADWAY_RUN_COLUMNS "from runs where user_id = $1 and id = $2", owner, id);
}

Result<std::optional<Run>> latest_run(sql::Connection& c, std::string_view owner, std::string_view kind,
                                      std::string_view subject_id) {
    return c.row<Run>(
        "select " HEADWAY_RUN_COLUMNS
        "from runs where user_id = $1 and kind = $2 and subject_id = $3 order by id desc limit 1",
        owner, kind, subject_id);
}

Result<std::optional<std::string>> find_queued_run(sql::Connection& c, std::string_view owner,
                                                   std::string_view kind, std::string_view input,
                                                   Timestamp since) {
    return c.value<std::string>(
        "select id from runs where user_id = $1 and created_at >= $4 and kind = $2 and state = 'queued' "
        "and input = $3 order by id limit 1",
        owner, kind, input, since);
}

Result<std::vector<Run>> list_runs(sql::Connection& c, std::string_view owner, std::string_view kind,
                                   std::string_view states, std::optional<std::string_view> before,
                                   std::size_t limit) {
    return c.rows<Run>("select " HEADWAY_RUN_COLUMNS
                       "from runs where user_id = $1 and ($2 = '' or kind = $2) "
                       "and ($3 = '' or ' ' || $3 || ' ' like '% ' || state || ' %') "
                       "and id < $4 order by id desc limit $5",
                       owner, kind, states, before.value_or("~"), static_cast<std::int64_t>(limit));
}

Result<bool> is_under_way(sql::Connection& c, std::string_view kind) {
    const auto n = c.value<std::int64_t>(
        "select count(*) from runs where kind = $1 and state in ('queued', 'running')", kind);
    if (!n) return std::unexpected(n.error());
    return n->value_or(0) > 0;
}

Result<std::vector<Run>> give_up_runs(sql::Connection& c, Timestamp now) {
    auto given_up = c.rows<Run>(
        "update runs set state = 'failed', finished_at = $1, worker = null, leased_until = null, can_retry = "
        "$3, "
        "reason = 'The program stopped each time while it worked on this.' "
        "where state = 'running' and leased_until < $1 and attempts >= $2 returning " HEADWAY_RUN_COLUMNS,
        now, most_attempts, true);
    if (!given_up) return given_up;
    for (const Run& run : *given_up) {
        if (auto told = announce(c, run, now); !told) return std::unexpected(told.error());
    }
    return given_up;
}

Result<std::optional<Run>> take_run(sql::Connection& c, std::string_view worker, Timestamp now,
                                    Timestamp leased_until) {
    // Reports that a model reads for take one worker of each person at most: a slow one holds up nobody else.
    static constexpr std::string_view head =
        "update runs set state = 'running', worker = $1, leased_until = $2, attempts = attempts + 1, "
        "started_at = coalesce(started_at, $3), finished_at = null, reason = null "
        "where id = (select id from runs where ((state = 'queued' and not_before <= $3) or "
        "(state = 'running' and leased_until < $3)) and not (kind = 'make_report' and "
        "exists (select 1 from model_readers m where m.user_id = runs.user_id) and "
        "exists (select 1 from runs o where o.user_id = runs.user_id and o.kind = 'make_report' and "
        "o.state = 'running' and o.leased_until >= $3 and o.id <> runs.id)) "
        "order by not_before, id limit 1";
    static const std::string one = std::string(head) + ") returning " HEADWAY_RUN_COLUMNS;
    static const std::string shared =
        std::string(head) + " for update skip locked) returning " HEADWAY_RUN_COLUMNS;
    auto taken = c.row<Run>(c.dialect() == sql::Dialect::postgres ? shared : one, worker, leased_until, now);
    if (auto told = announced(c, taken, now); !told) return std::unexpected(told.error());
    return taken;
}

Result<Lease> report_progress(sql::Connection& c, const Run& r, Timestamp leased_until) {
    const auto changed = c.row<Run>(
        "update runs set progress = $3, step = $4, leased_until = $5, provenance = $6 "
        "where id = $1 and worker = $2 and state = 'running' returning " HEADWAY_RUN_COLUMNS,
        r.id, r.worker, r.progress, r.step, leased_until, r.provenance);
    const auto told = announced(c, changed, r.started_at.value_or(r.created_at));
    if (!told) return std::unexpected(told.error());
    return Lease{*told, *told && (*changed)->cancel_requested};
}

Result<bool> finish_run(sql::Connection& c, const Run& r) {
    const auto changed = c.row<Run>(
        "update runs set state = $3, progress = $4, step = $5, reason = $6, can_retry = $7, result = $8, "
        "provenance = $9, finished_at = $10, worker = null, leased_until = null "
        "where id = $1 and worker = $2 and state = 'running' returning " HEADWAY_RUN_COLUMNS,
        r.id, r.worker, r.state, r.progress, r.step, r.reason, r.can_retry, r.result, r.provenance,
        r.finished_at);
    return announced(c, changed, r.finished_at.value_or(r.created_at));
}

Result<bool> hand_back_run(sql::Connection& c, const Run& r) {
    const auto changed = c.row<Run>(
        "update runs set state = 'queued', attempts = attempts - 1, worker = null, leased_until = null, step "
        "= '' "
        "where id = $1 and worker = $2 and state = 'running' returning " HEADWAY_RUN_COLUMNS,
        r.id, r.worker);
    return announced(c, changed, r.started_at.value_or(r.created_at));
}

Result<bool> cancel_run(sql::Connection& c, std::string_view owner, std::string_view id, Timestamp now) {
    const auto changed = c.row<Run>(
        "update runs set cancel_requested = $4, state = case when state = 'queued' then 'cancelled' else "
        "state end, "
        "finished_at = case when state = 'queued' then $3 else finished_at end, "
        "can_retry = $4 where user_id = $1 and id = $2 and state in ('queued', 'running') "
        "returning " HEADWAY_RUN_COLUMNS,
        owner, id, now, true);
    return announced(c, changed, now);
}

Result<bool> retry_run(sql::Connection& c, std::string_view owner, std::string_view id, Timestamp now) {
    const auto changed = c.row<Run>(
        "update runs set state = 'queued', attempts = 0, progress = 0, step = '', reason = null, can_retry = "
        "$4, "
        "cancel_requested = $4, not_before = $3, started_at = null, finished_at = null "
        "where user_id = $1 and id = $2 and state in ('failed', 'cancelled') and can_retry = $5 "
        "returning " HEADWAY_RUN_COLUMNS,
        owner, id, now, false, true);
    if (changed && *changed && (*changed)->kind == "import_resume" && (*changed)->subject_id) {
        auto waits = await_import(c, owner, *(*changed)->subject_id, id, now);
        if (!waits) return std::unexpected(waits.error());
    }
    return announced(c, changed, now);
}

}  // namespace headway::store
