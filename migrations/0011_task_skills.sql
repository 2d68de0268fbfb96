-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a learning task raises when it is done. It outlives the learning item, which goes with its report.
create table task_skills (
    task_id {{text}} primary key references tasks (id) on delete cascade,
    user_id {{text}} not null references users (id) on delete cascade,
    skill_id {{text}} not null,
    to_level double precision not null       -- 0 to 7
);
create index task_skills_by_user on task_skills (user_id);
insert into task_skills (task_id, user_id, skill_id, to_level)
    select t.id, t.user_id, i.skill_id, i.to_level from tasks t join learning_items i on i.id = t.learning_item_id;
