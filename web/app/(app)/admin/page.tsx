// SPDX-License-Identifier: GPL-3.0-or-later
import { AdminPage } from '@/features/admin/admin-page';

export default AdminPage;
