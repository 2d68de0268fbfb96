// SPDX-License-Identifier: GPL-3.0-or-later
import { Suspense } from 'react';
import { SignInPage } from '@/features/account/sign-in-page';
import { PublicFrame } from '@/shell/public-frame';

export default function Page() {
  return (
    <PublicFrame>
      <Suspense>
        <SignInPage />
      </Suspense>
    </PublicFrame>
  );
}
