// SPDX-License-Identifier: GPL-3.0-or-later
import { Suspense } from 'react';
import { ResetPage } from '@/features/account/reset-page';
import { PublicFrame } from '@/shell/public-frame';

export default function Page() {
  return (
    <PublicFrame>
      <Suspense>
        <ResetPage />
      </Suspense>
    </PublicFrame>
  );
}
