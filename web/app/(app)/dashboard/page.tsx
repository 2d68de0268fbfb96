// SPDX-License-Identifier: GPL-3.0-or-later
import { DashboardPage } from '@/features/dashboard/dashboard-page';

export default DashboardPage;
