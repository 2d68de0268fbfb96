// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { boardOf, boardOfAddress } from './board-address';

describe('the board of an address', () => {
  it.each([
    ['https://boards.greenhouse.io/lanternfield', 'greenhouse', 'lanternfield'],
    ['https://job-boards.eu.greenhouse.io/lanternfield/jobs/4417003?gh_src=x', 'greenhouse', 'lanternfield'],
    ['jobs.lever.co/tidewater/', 'lever', 'tidewater'],
    ['HTTPS://Jobs.AshbyHQ.com/Quillmoor#open', 'ashby', 'Quillmoor'],
    ['https://careers.smartrecruiters.com/Heliotrope', 'smartrecruiters', 'Heliotrope'],
    ['https://saltmarsh.wd3.myworkdayjobs.com/en-US/Careers/job/Bern/Nurse_R1', 'workday', 'saltmarsh/wd3/Careers'],
    ['saltmarsh.wd103.myworkdayjobs.com/Jobs', 'workday', 'saltmarsh/wd103/Jobs'],
  ])('%s', (address, source, name) => {
    expect(boardOfAddress(address)).toEqual({ source, name });
  });

  it.each(['lanternfield', 'https://example.org/lanternfield', 'https://boards.greenhouse.io/', 'https://saltmarsh.wd3.myworkdayjobs.com/en-US', ''])(
    'is none for “%s”',
    (text) => expect(boardOfAddress(text)).toBeNull(),
  );

  it('is the chosen one for a name alone', () => {
    expect(boardOf(' tidewater ', 'lever')).toEqual({ source: 'lever', name: 'tidewater' });
    expect(boardOf('jobs.lever.co/tidewater', 'ashby')).toEqual({ source: 'lever', name: 'tidewater' });
    expect(boardOf('  ', 'lever')).toBeNull();
  });
});
