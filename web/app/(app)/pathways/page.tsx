// SPDX-License-Identifier: GPL-3.0-or-later
import { PathwaysPage } from '@/features/pathways/pathways-page';

export default PathwaysPage;
