// SPDX-License-Identifier: GPL-3.0-or-later
import { SettingsPage } from '@/features/settings/settings-page';

export default SettingsPage;
