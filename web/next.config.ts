// SPDX-License-Identifier: GPL-3.0-or-later
import type { NextConfig } from 'next';

const development = process.env.NODE_ENV === 'development';
const server = process.env.HEADWAY_SERVER ?? 'http://127.0.0.1:8080';

// The build is a folder of files that the program serves by itself. In development the pages come from
// `next dev`, and everything that is no page from a running `headway serve`.
const config: NextConfig = {
  reactStrictMode: true,
  devIndicators: false,
  ...(development
    ? {
        rewrites: async () => [
          { source: '/api/:path*', destination: `${server}/api/:path*` },
          { source: '/calendar/:path*', destination: `${server}/calendar/:path*` },
        ],
      }
    : { output: 'export' as const, images: { unoptimized: true } }),
};

export default config;
