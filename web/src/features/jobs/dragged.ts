// SPDX-License-Identifier: GPL-3.0-or-later

/// What is dragged: the id of a job.
export const dragged = 'application/x-headway-job';
