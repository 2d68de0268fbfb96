-- SPDX-License-Identifier: GPL-3.0-or-later
-- What asking language models took, by person, month, purpose and model. It stays when chats are deleted.
create table model_use (
    user_id {{text}} not null references users (id) on delete cascade,
    month {{text}} not null,                 -- 2026-11, by UTC
    feature {{text}} not null check (feature in ('chat', 'reading', 'learning')),
    source {{text}} not null check (source in ('own', 'server')),
    model {{text}} not null,
    answers bigint not null,
    uncounted bigint not null,               -- answers whose tokens the model's server did not tell
    input_tokens bigint not null,
    output_tokens bigint not null,
    primary key (user_id, month, feature, source, model)
);
