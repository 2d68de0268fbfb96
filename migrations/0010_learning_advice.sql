-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a language model says of the learning items of a report, beside what is computed: an order and a sentence
-- each; and items that it proposes, whose addresses are looked at before they are shown as links.
alter table learning_items add column source {{text}} not null default 'corpus' check (source in ('corpus', 'model'));
alter table learning_items add column model {{text}};           -- that ordered it, or proposed it
alter table learning_items add column model_position bigint;    -- in the model's order, from 1
alter table learning_items add column model_words {{text}};     -- plain text
alter table learning_items add column advice_hash {{text}};     -- of what was asked, and of whom
alter table learning_items add column url_state {{text}}        -- none: the corpus's own
    check (url_state in ('unchecked', 'reachable', 'unreachable'));
alter table learning_items add column url_host {{text}};        -- that answered in the end
alter table learning_items add column url_checked_at bigint;
alter table learning_items add column url_note {{text}};        -- why it did not answer
