-- SPDX-License-Identifier: GPL-3.0-or-later
-- What links in mails prove. Each serves once; asked for anew, the one before serves no longer.
create table mail_tokens (
    token_hash {{text}} primary key,         -- SHA-256
    user_id {{text}} not null references users (id) on delete cascade,
    purpose {{text}} not null check (purpose in ('verify', 'reset')),
    email {{text}} not null,                 -- the address it was sent to
    created_at bigint not null,
    expires_at bigint not null
);
create index mail_tokens_by_user on mail_tokens (user_id, purpose);

-- Days on which somebody was sent a letter that comes once a day at most.
create table letter_days (
    user_id {{text}} not null references users (id) on delete cascade,
    letter {{text}} not null check (letter in ('reminder', 'digest')),
    day {{text}} not null,
    primary key (user_id, letter, day)
);
