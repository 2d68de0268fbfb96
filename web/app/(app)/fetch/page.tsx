// SPDX-License-Identifier: GPL-3.0-or-later
import { FetchPage } from '@/features/fetching/fetch-page';

export default FetchPage;
