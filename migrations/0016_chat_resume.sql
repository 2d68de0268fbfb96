-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which résumé a chat rests on; none: the default one, or that of the newest report.
alter table chats add column resume_id {{text}} references resumes (id) on delete set null;
