// SPDX-License-Identifier: GPL-3.0-or-later
import { JobsPage } from '@/features/jobs/jobs-page';

export default JobsPage;
