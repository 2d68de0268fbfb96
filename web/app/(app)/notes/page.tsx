// SPDX-License-Identifier: GPL-3.0-or-later
import { NotesPage } from '@/features/notes/notes-page';

export default NotesPage;
