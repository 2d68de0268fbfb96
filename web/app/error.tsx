// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Broken } from '@/shell/broken';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Broken onRetry={reset} />;
}
