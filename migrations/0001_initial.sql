-- SPDX-License-Identifier: GPL-3.0-or-later
-- One text for SQLite and PostgreSQL. Ids are UUIDs as text, times are microseconds since 1970 (UTC), days are
-- YYYY-MM-DD, enumerations are words, JSON is text that the database never looks into. Every row of a person has
-- user_id first in its indexes.

create table users (
    id {{text}} primary key,
    email {{text}} not null unique,              -- folded to lower case
    name {{text}} not null,
    password_hash {{text}},                      -- none: signs in elsewhere only
    role {{text}} not null check (role in ('user', 'admin')),
    disabled boolean not null,
    phone {{text}},                              -- E.164
    location {{text}},
    headline {{text}},
    language {{text}} not null,
    time_zone {{text}} not null,
    email_notifications boolean not null,
    weekly_hours bigint not null check (weekly_hours between 0 and 80),
    plan {{text}} not null,
    renews_on {{text}},
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);

create table sessions (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    token_hash {{text}} not null unique,         -- SHA-256 of the cookie's secret
    user_agent {{text}} not null,
    address {{text}} not null,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_by_user on sessions (user_id, created_at);

create table access_tokens (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    name {{text}} not null,
    token_hash {{text}} not null unique,
    hint {{text}} not null,                      -- its first characters, to tell tokens apart
    created_at bigint not null,
    last_used_at bigint,
    expires_at bigint
);
create index access_tokens_by_user on access_tokens (user_id, created_at);

-- Failed sign-ins within a window, by account and by address; shared by all processes.
create table login_failures (
    subject {{text}} primary key,
    failures bigint not null,
    window_began_at bigint not null
);

-- What a person used up on a day, held against the plan's quotas.
create table quota_usage (
    user_id {{text}} not null references users (id) on delete cascade,
    kind {{text}} not null,
    day {{text}} not null,
    used bigint not null,
    primary key (user_id, kind, day)
);

-- Limits of one person that differ from the plan's.
create table quota_limits (
    user_id {{text}} not null references users (id) on delete cascade,
    name {{text}} not null,
    most bigint not null check (most >= 0),
    primary key (user_id, name)
);

create table resumes (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    name {{text}} not null,                      -- of the file, or as given
    media_type {{text}} not null,
    size_bytes bigint not null,
    content_hash {{text}} not null,              -- SHA-256 of the bytes
    file_key {{text}},                           -- in the file store; none for pasted text
    is_default boolean not null,
    state {{text}} not null check (state in ('importing', 'ready', 'failed')),
    reason {{text}},                             -- why it failed, for the person
    can_retry boolean not null,
    run_id {{text}},                             -- the latest import
    text_source {{text}} not null check (text_source in ('file', 'pasted')),
    format {{text}} not null,                    -- pdf, docx, html, text
    content {{text}} not null,                   -- the text as read; empty until ready
    pages {{text}} not null,                     -- byte offsets at which pages begin, parted by spaces
    warnings {{text}} not null,                  -- one a line
    words bigint not null,
    skills bigint not null,                  -- how many the last import found
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index resumes_by_user on resumes (user_id, created_at);
create unique index resumes_one_default on resumes (user_id) where is_default;

create table jobs (
    id {{text}} primary key,
    owner_id {{text}} not null references users (id) on delete cascade,
    published boolean not null,
    title {{text}} not null,
    company {{text}} not null,
    location {{text}} not null,
    remote boolean not null,
    job_type {{text}},                           -- full_time, part_time, contract, internship, temporary
    url {{text}},
    salary_min double precision,
    salary_max double precision,
    salary_currency {{text}},
    salary_period {{text}},
    posted_on {{text}},
    source {{text}} not null,                    -- 'manual' or a board
    external_id {{text}},
    description {{text}} not null,               -- the ad's text
    requirements bigint not null,            -- how many were read
    profile {{bytes}} not null,              -- the requirements for ranking (career/job_profile)
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index jobs_by_owner on jobs (owner_id, created_at);
create index jobs_published on jobs (published, created_at);
create unique index jobs_once on jobs (owner_id, source, external_id);

-- Every word of a job's title, company, location and text, folded, for searching.
create table job_words (
    word {{text}} not null,
    job_id {{text}} not null references jobs (id) on delete cascade,
    place bigint not null,                   -- 0 title, 1 company and location, 2 text
    primary key (word, job_id)
);
create index job_words_by_job on job_words (job_id);

create table saved_jobs (
    user_id {{text}} not null references users (id) on delete cascade,
    job_id {{text}} not null references jobs (id) on delete cascade,
    stage {{text}} not null check (stage in ('saved', 'applied', 'interview', 'offer', 'rejected', 'ghosted')),
    stage_on {{text}} not null,
    version bigint not null,
    saved_at bigint not null,
    primary key (user_id, job_id)
);

create table stage_changes (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    job_id {{text}} not null references jobs (id) on delete cascade,
    stage {{text}} not null,
    day {{text}} not null,
    at bigint not null
);
create index stage_changes_by_job on stage_changes (user_id, job_id, at);

-- What a person knows better than the reader. Outlives reading again.
create table corrections (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    kind {{text}} not null check (kind in ('resume_skill', 'job_requirement', 'alias', 'occupation')),
    resume_id {{text}} references resumes (id) on delete cascade,
    job_id {{text}} references jobs (id) on delete cascade,
    action {{text}} not null check (action in ('add', 'remove', 'level', 'confirm', 'reject', 'choose')),
    skill_id {{text}},                           -- as on the wire: 'onet:2.A.1.a'
    skill_name {{text}} not null,
    alias {{text}},                              -- folded
    level double precision check (level between 0 and 7),
    need {{text}},
    occupation {{text}},                         -- O*NET-SOC code
    task_id {{text}},                            -- the finished task that raised the level
    created_at bigint not null
);
create index corrections_by_user on corrections (user_id, kind, created_at);

create table gap_reports (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    resume_id {{text}} references resumes (id) on delete set null,
    job_id {{text}} references jobs (id) on delete cascade,
    inputs_hash {{text}} not null,               -- of everything that the report depends on
    score double precision not null,
    low double precision not null,
    high double precision not null,
    matched bigint not null,
    weak bigint not null,
    missing bigint not null,
    requirements bigint not null,
    resume_name {{text}} not null,
    job_title {{text}} not null,
    company {{text}} not null,
    run_id {{text}} not null,
    content {{text}} not null,                   -- JSON as `headway gap --json` prints it
    created_at bigint not null
);
create index gap_reports_by_job on gap_reports (user_id, job_id, created_at);
create index gap_reports_by_inputs on gap_reports (user_id, inputs_hash);

create table goals (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    title {{text}} not null,
    description {{text}} not null,
    due_on {{text}},
    job_id {{text}} references jobs (id) on delete set null,
    archived boolean not null,
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index goals_by_user on goals (user_id, created_at);

create table learning_items (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    report_id {{text}} not null references gap_reports (id) on delete cascade,
    position bigint not null,
    skill_id {{text}} not null,
    skill_name {{text}} not null,
    title {{text}} not null,
    url {{text}} not null,
    publisher {{text}} not null,
    kind {{text}} not null,
    hours double precision not null,
    from_level double precision not null,
    to_level double precision not null,
    gain double precision not null,          -- points of the score that finishing it adds
    reason {{text}} not null,
    created_at bigint not null
);
create index learning_items_by_report on learning_items (user_id, report_id, position);

create table tasks (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    goal_id {{text}} references goals (id) on delete set null,
    learning_item_id {{text}} references learning_items (id) on delete set null,
    follows_task_id {{text}} references tasks (id) on delete set null,
    title {{text}} not null,
    description {{text}} not null,
    start_on {{text}},
    end_on {{text}},
    minutes bigint,
    priority bigint not null check (priority between 0 and 3),
    recurrence {{text}},                         -- RFC 5545 RRULE, a subset
    search_words {{text}} not null,              -- of title and description, folded, each behind a space
    done_at bigint,
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index tasks_by_user on tasks (user_id, created_at);
create index tasks_by_day on tasks (user_id, start_on);
create index tasks_by_goal on tasks (user_id, goal_id);

create table chats (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    title {{text}} not null,
    model {{text}} not null,
    job_id {{text}} references jobs (id) on delete set null,
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index chats_by_user on chats (user_id, updated_at);

create table messages (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    chat_id {{text}} not null references chats (id) on delete cascade,
    role {{text}} not null check (role in ('user', 'assistant', 'system')),
    content {{text}} not null,
    created_at bigint not null
);
create index messages_by_chat on messages (user_id, chat_id, created_at);

create table notes (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    title {{text}} not null,
    body {{text}} not null,                      -- Markdown
    search_words {{text}} not null,              -- of title and body, folded, each behind a space
    task_id {{text}} references tasks (id) on delete set null,
    job_id {{text}} references jobs (id) on delete set null,
    report_id {{text}} references gap_reports (id) on delete set null,
    message_id {{text}} references messages (id) on delete set null,
    version bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index notes_by_user on notes (user_id, updated_at);

-- Durable background work. A worker holds a run until leased_until; then anybody may take it up again.
create table runs (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    kind {{text}} not null,
    state {{text}} not null check (state in ('queued', 'running', 'ready', 'failed', 'cancelled')),
    subject_id {{text}},                         -- the résumé, job or report that it is about
    progress double precision not null check (progress between 0 and 1),
    step {{text}} not null,
    reason {{text}},
    can_retry boolean not null,
    cancel_requested boolean not null,
    attempts bigint not null,
    worker {{text}},
    leased_until bigint,
    not_before bigint not null,
    input {{text}} not null,                     -- JSON
    result {{text}} not null,                    -- JSON
    provenance {{text}} not null,                -- JSON
    created_at bigint not null,
    started_at bigint,
    finished_at bigint
);
create index runs_by_user on runs (user_id, created_at);
create index runs_to_take on runs (state, not_before, created_at);

-- What changed, for those who listen and for those who come back.
create table events (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    name {{text}} not null,
    subject_id {{text}} not null,
    at bigint not null
);
create index events_by_user on events (user_id, id);

create table idempotency_keys (
    user_id {{text}} not null references users (id) on delete cascade,
    key {{text}} not null,
    route {{text}} not null,
    request_hash {{text}} not null,
    status bigint,                           -- none while the first request is under way
    response {{text}} not null,
    created_at bigint not null,
    primary key (user_id, route, key)
);

create table calendar_feeds (
    user_id {{text}} primary key references users (id) on delete cascade,
    secret_hash {{text}} not null unique,
    created_at bigint not null
);

-- Bytes that a deleted row left in the file store and that are still to be removed.
create table file_removals (
    file_key {{text}} primary key,
    at bigint not null
);
