// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Broken } from '@/shell/broken';
import './globals.css';

/// When even the frame of all pages failed.
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Headway</title>
      </head>
      <body>
        <Broken onRetry={() => location.reload()} />
      </body>
    </html>
  );
}
