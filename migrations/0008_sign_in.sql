-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who somebody is at an issuer of sign-ins (OpenID Connect), by the name that never changes there.
create table identities (
    id {{text}} primary key,
    user_id {{text}} not null references users (id) on delete cascade,
    issuer {{text}} not null,
    subject {{text}} not null,
    email {{text}},                          -- as the issuer last said
    created_at bigint not null,
    last_used_at bigint not null
);
create unique index identities_once on identities (issuer, subject);
create index identities_by_user on identities (user_id, created_at);

-- When the address was proved to be the person's: by the issuer, by an administrator, by a mail that was answered.
alter table users add column email_verified_at bigint;

-- What the issuer wants back when somebody signs out there too, sealed with the server's secret.
alter table sessions add column sealed_hint {{text}};
