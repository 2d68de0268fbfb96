// SPDX-License-Identifier: GPL-3.0-or-later
import { LandingPage } from '@/features/landing/landing-page';

export default LandingPage;
