-- SPDX-License-Identifier: GPL-3.0-or-later
-- The language model for everybody that administrators set up: one row, made when the first does.
create table server_model (
    place bigint primary key check (place = 1),
    base_url {{text}} not null,              -- empty: none
    model {{text}} not null,
    sealed_key {{text}} not null,            -- empty: none
    key_hint {{text}} not null,
    version bigint not null,
    updated_at bigint not null
);
