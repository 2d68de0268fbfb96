// SPDX-License-Identifier: GPL-3.0-or-later
import { ResumePage } from '@/features/resumes/resume-page';

export default ResumePage;
