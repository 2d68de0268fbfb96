-- SPDX-License-Identifier: GPL-3.0-or-later
-- Token buckets of those who are not signed in, shared by all processes: of each, when it will be full again.
create table rate_buckets (
    subject {{text}} primary key,            -- what is limited, and the address that asks
    full_at bigint not null
);
create index rate_buckets_by_time on rate_buckets (full_at);
