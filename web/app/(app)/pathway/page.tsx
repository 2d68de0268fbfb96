// SPDX-License-Identifier: GPL-3.0-or-later
import { PathwayPage } from '@/features/pathways/pathway-page';

export default PathwayPage;
