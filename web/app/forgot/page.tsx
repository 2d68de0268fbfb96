// SPDX-License-Identifier: GPL-3.0-or-later
import { Suspense } from 'react';
import { ForgotPage } from '@/features/account/forgot-page';
import { PublicFrame } from '@/shell/public-frame';

export default function Page() {
  return (
    <PublicFrame>
      <Suspense>
        <ForgotPage />
      </Suspense>
    </PublicFrame>
  );
}
