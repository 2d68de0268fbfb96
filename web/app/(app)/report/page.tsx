// SPDX-License-Identifier: GPL-3.0-or-later
import { ReportPage } from '@/features/report/report-page';

export default ReportPage;
