-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has a language model read their documents beside the rules; off for everybody who has no row.
create table model_readers (
    user_id {{text}} primary key references users (id) on delete cascade,
    since bigint not null
);

-- What a model read in a text: proposals whose words stand there. Kept by text, model and version of the prompt.
create table extractions (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    kind {{text}} not null check (kind in ('resume', 'job')),
    text_hash {{text}} not null,
    model {{text}} not null,
    prompt_version {{text}} not null,
    content {{text}} not null,               -- JSON
    input_tokens bigint,
    output_tokens bigint,
    created_at bigint not null
);
create unique index extractions_by_text on extractions (user_id, kind, text_hash, model, prompt_version);
