-- SPDX-License-Identifier: GPL-3.0-or-later
-- The language model that a person set up for themselves. The key is sealed with the server's secret.
create table model_settings (
    user_id {{text}} primary key references users (id) on delete cascade,
    base_url {{text}} not null,
    model {{text}} not null,
    sealed_key {{text}} not null,            -- empty: none
    key_hint {{text}} not null,              -- its last characters, to tell keys apart
    updated_at bigint not null
);

-- What of a person's things is given to the model with each question, in order, parted by spaces.
alter table chats add column context {{text}} not null default 'report resume job plan';

-- How an answer came about.
alter table messages add column state {{text}} not null default 'whole';
alter table messages add column model {{text}} not null default '';   -- empty: none was asked
alter table messages add column input_tokens bigint;
alter table messages add column output_tokens bigint;
alter table messages add column dropped_citations bigint not null default 0;
alter table messages add column citations {{text}} not null default '[]';
alter table messages add column proposals {{text}} not null default '[]';
