// SPDX-License-Identifier: GPL-3.0-or-later
import { PlanPage } from '@/features/plan/plan-page';

export default PlanPage;
