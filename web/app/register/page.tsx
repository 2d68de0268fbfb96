// SPDX-License-Identifier: GPL-3.0-or-later
import { Suspense } from 'react';
import { RegisterPage } from '@/features/account/register-page';
import { PublicFrame } from '@/shell/public-frame';

export default function Page() {
  return (
    <PublicFrame>
      <Suspense>
        <RegisterPage />
      </Suspense>
    </PublicFrame>
  );
}
