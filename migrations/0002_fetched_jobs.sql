-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that a fetch added. While the job's version is still this one, nobody has changed it since, and a later
-- fetch may bring it up to date.
create table fetched_jobs (
    job_id {{text}} primary key references jobs (id) on delete cascade,
    run_id {{text}} not null,                -- the run that added it
    version bigint not null                  -- of the job, as the last fetch left it
);
