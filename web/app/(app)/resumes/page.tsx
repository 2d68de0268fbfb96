// SPDX-License-Identifier: GPL-3.0-or-later
import { ResumesPage } from '@/features/resumes/resumes-page';

export default ResumesPage;
