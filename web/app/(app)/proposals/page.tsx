// SPDX-License-Identifier: GPL-3.0-or-later
import { ProposalsPage } from '@/features/proposals/proposals-page';

export default ProposalsPage;
