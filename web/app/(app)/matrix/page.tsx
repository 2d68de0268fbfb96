// SPDX-License-Identifier: GPL-3.0-or-later
import { MatrixPage } from '@/features/matrix/matrix-page';

export default MatrixPage;
