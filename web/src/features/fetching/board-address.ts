// SPDX-License-Identifier: GPL-3.0-or-later
import type { Board } from './sources';

const hosts: readonly (readonly [RegExp, Board['source']])[] = [
  [/^(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io$/, 'greenhouse'],
  [/^jobs(?:\.eu)?\.lever\.co$/, 'lever'],
  [/^jobs\.ashbyhq\.com$/, 'ashby'],
  [/^(?:careers|jobs)\.smartrecruiters\.com$/, 'smartrecruiters'],
];
const workday = /^([a-z0-9-]+)\.(wd\d{1,4})\.myworkdayjobs\.com$/;
const language = /^[a-z]{2}-[A-Z]{2}$/;

/// The employer's board that an address shows, as people copy it from the browser: with or without "https://", also that
/// of one of its jobs. Null when it is no address of a board.
export function boardOfAddress(text: string): Board | null {
  const bare = text.trim().replace(/^https?:\/\//i, '');
  const [host = '', ...rest] = bare.split(/[?#]/)[0]?.split('/') ?? [];
  const parts = rest.filter(Boolean);
  const [, tenant, shard] = workday.exec(host.toLowerCase()) ?? [];
  if (tenant && shard) {
    const site = parts.find((part) => !language.test(part));
    return site ? { source: 'workday', name: `${tenant}/${shard}/${site}` } : null;
  }
  const source = hosts.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
  return source && parts[0] ? { source, name: parts[0] } : null;
}

/// What was written as an employer: an address of a board, else a name on the board that is chosen.
export function boardOf(text: string, chosen: Board['source']): Board | null {
  const name = text.trim();
  return name === '' ? null : (boardOfAddress(name) ?? { source: chosen, name });
}
