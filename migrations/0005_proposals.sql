-- SPDX-License-Identifier: GPL-3.0-or-later
-- What agents and language models propose to do. Nothing is done before the person confirms it, and it is kept that
-- they did.
create table proposals (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    origin {{text}} not null check (origin in ('chat', 'agent')),
    maker {{text}} not null,                 -- the model, or the name of the access token
    message_id {{text}} references messages (id) on delete cascade,  -- the answer that it stands in
    action {{text}} not null check (action in ('create_task', 'save_note', 'add_job', 'save_job', 'start_report')),
    title {{text}} not null,
    text {{text}} not null,
    company {{text}} not null,               -- of a job to be added
    url {{text}} not null,                   -- of a job to be added
    due_on {{text}},                         -- of a task
    job_id {{text}},
    resume_id {{text}},
    state {{text}} not null check (state in ('open', 'confirmed', 'dismissed')),
    made_id {{text}},                        -- what came of it
    created_at bigint not null,
    decided_at bigint
);
create index proposals_by_user on proposals (user_id, state, id);
create index proposals_by_message on proposals (message_id);

-- They lay in the message itself, where nobody could see what became of them.
alter table messages drop column proposals;

-- everything: what its owner may; agents: nothing but the door for agents.
alter table access_tokens add column scope {{text}} not null default 'everything';
