// SPDX-License-Identifier: GPL-3.0-or-later
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { askEarly, hearEarly } from '@/shell/ask-early';
import { beforePaint } from '@/shell/before-paint';
import { Providers } from '@/shell/providers';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: 'Headway',
  description: 'What a job asks for that your résumé does not show yet, with the sentence that proves it.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4ed' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1618' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: beforePaint }} />
        <script dangerouslySetInnerHTML={{ __html: askEarly }} />
        <script dangerouslySetInnerHTML={{ __html: hearEarly }} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
