-- SPDX-License-Identifier: GPL-3.0-or-later
-- The usual order of tasks (store/tasks.cpp), so that a page of them is read and nothing is sorted.
create index tasks_in_order on tasks (user_id, (coalesce(start_on, end_on, '9999-12-32')), id);
