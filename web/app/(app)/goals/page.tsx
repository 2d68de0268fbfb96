// SPDX-License-Identifier: GPL-3.0-or-later
import { GoalsPage } from '@/features/goals/goals-page';

export default GoalsPage;
