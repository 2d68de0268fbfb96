// SPDX-License-Identifier: GPL-3.0-or-later
import { JobPage } from '@/features/jobs/job-page';

export default JobPage;
