-- SPDX-License-Identifier: GPL-3.0-or-later
-- Hosts of others that were asked for jobs: one pace for all processes.
create table host_turns (
    host {{text}} primary key,
    next_at bigint not null,                 -- from then on it may be asked again
    alone_until bigint not null              -- before that it wants no request; 0: it never said so
);
create index host_turns_by_time on host_turns (next_at);
