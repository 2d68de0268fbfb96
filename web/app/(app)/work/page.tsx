// SPDX-License-Identifier: GPL-3.0-or-later
import { WorkPage } from '@/features/work/work-page';

export default WorkPage;
