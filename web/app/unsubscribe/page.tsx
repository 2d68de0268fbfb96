// SPDX-License-Identifier: GPL-3.0-or-later
import { Suspense } from 'react';
import { UnsubscribePage } from '@/features/account/unsubscribe-page';
import { PublicFrame } from '@/shell/public-frame';

export default function Page() {
  return (
    <PublicFrame>
      <Suspense>
        <UnsubscribePage />
      </Suspense>
    </PublicFrame>
  );
}
