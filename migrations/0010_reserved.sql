-- SPDX-License-Identifier: GPL-3.0-or-later
-- The place of a migration that comes from another branch; that one replaces this file.
drop table if exists reserved_0010;
