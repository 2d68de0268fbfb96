// SPDX-License-Identifier: GPL-3.0-or-later
import { NotFoundPage } from '@/shell/not-found';

export default NotFoundPage;
