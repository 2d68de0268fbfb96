-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fetches of jobs that repeat by themselves.
create table fetch_schedules (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    input {{text}} not null,                 -- JSON, as the run takes it
    every_days bigint not null check (every_days between 1 and 31),
    next_at bigint not null,
    last_run_id {{text}},                    -- may be forgotten already
    created_at bigint not null
);
create index fetch_schedules_by_user on fetch_schedules (user_id, id);
create index fetch_schedules_by_time on fetch_schedules (next_at);
