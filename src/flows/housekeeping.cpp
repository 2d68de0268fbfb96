// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/housekeeping.hpp"

#include <optional>

#include "flows/erase.hpp"
#include "store/host_turns.hpp"
#include "store/housekeeping.hpp"
#include "store/letters.hpp"
#include "store/mail_tokens.hpp"
#include "store/rate_buckets.hpp"

namespace headway::flows {

Result<Tidied> tidy(sql::Database& database, files::FileStore& files, const Clock& clock,
                    const Keeping& keeping, std::size_t most) {
    const Timestamp now = clock();
    Tidied out;
    std::optional<Error> trouble;
    const auto note = [&](std::int64_t& count, const Result<std::int64_t>& gone) {
        if (!gone) {
            if (!trouble) trouble = gone.error();
            return;
        }
        count = *gone;
        out.more = out.more || *gone >= static_cast<std::int64_t>(most);
    };
    const auto sweep = [&](std::int64_t& count, auto statement, auto before) {
        note(count, database.write([&](sql::Connection& c) { return statement(c, before, most); }));
    };
    sweep(out.sessions, store::sweep_sessions, now);
    sweep(out.runs, store::sweep_runs, now - keeping.runs);
    sweep(out.events, store::sweep_events, now - keeping.events);
    sweep(out.idempotency_keys, store::sweep_idempotency_keys, now - keeping.idempotency_keys);
    sweep(out.login_failures, store::sweep_login_failures, now - keeping.login_failures);
    sweep(out.quota_usage, store::sweep_quota_usage, date_of(now - keeping.quota_usage));
    std::int64_t mail_rows = 0;
    sweep(mail_rows, store::sweep_mail_tokens, now);
    sweep(mail_rows, store::sweep_letter_days, date_of(now - keeping.letter_days));
    std::int64_t full_buckets = 0;
    sweep(full_buckets, store::sweep_rate_buckets, now);
    std::int64_t hosts = 0;
    sweep(hosts, store::sweep_host_turns, now);
    note(out.erasures, database.write([&](sql::Connection& c) {
        return store::retry_erasures(c, now - keeping.failed_erasures, now, most);
    }));
    note(out.files, remove_due_files(database, files, clock, most));
    if (trouble) return std::unexpected(std::move(*trouble));
    return out;
}

}  // namespace headway::flows
