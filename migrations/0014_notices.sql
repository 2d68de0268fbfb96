-- SPDX-License-Identifier: GPL-3.0-or-later
-- What processes that share a SQLite file tell each other; the last ten thousand. PostgreSQL has NOTIFY for that.
create table notices (
    id bigint primary key,                   -- ascends without gaps
    channel {{text}} not null,               -- '*': whatever was told before may have been missed
    payload {{text}} not null,
    origin {{text}} not null                 -- the process that told it
);
