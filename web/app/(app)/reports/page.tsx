// SPDX-License-Identifier: GPL-3.0-or-later
import { ReportsPage } from '@/features/report/reports-page';

export default ReportsPage;
