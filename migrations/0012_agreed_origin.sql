-- SPDX-License-Identifier: GPL-3.0-or-later
-- Consent to have documents read holds for the origin that it was given for; empty, of before: for none.
alter table model_readers add column origin {{text}} not null default '';
