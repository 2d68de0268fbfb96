// SPDX-License-Identifier: GPL-3.0-or-later
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Markdown } from './markdown';
import { parseInline, parseMarkdown, safeLink } from './markdown-parse';

const html = (text: string) => render(<Markdown text={text} />).container;

test('what looks like HTML stays text', () => {
  const made = html('<img src=x onerror=alert(1)> **bold** <script>1</script>');
  expect(made.querySelector('img, script')).toBeNull();
  expect(made.textContent).toBe('<img src=x onerror=alert(1)> bold <script>1</script>');
});

test('only pages and mail become links', () => {
  expect(safeLink('javascript:alert(1)')).toBeNull();
  expect(safeLink('data:text/html,x')).toBeNull();
  const made = html('[a](javascript:alert(1)) [b](<https://example.org/a(b)>) https://example.org/x.');
  expect([...made.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
    ['b', 'https://example.org/a(b)'],
    ['https://example.org/x', 'https://example.org/x'],
  ]);
});

test('lists, numbers, quotes, code', () => {
  const made = html('Text:\n\n1. **One**\n2. Two\n   - inner\n\n> said\n\n```\n<b>\n```\n\n---');
  expect(made.querySelectorAll('ol > li')).toHaveLength(2);
  expect(made.querySelector('ol > li ul > li')?.textContent).toBe('inner');
  expect(made.querySelector('blockquote')?.textContent).toBe('said');
  expect(made.querySelector('pre')?.textContent).toBe('<b>');
  expect(made.querySelector('hr')).not.toBeNull();
});

test('headings never skip a level', () => {
  const made = html('### deep\n\n# top\n\n###### deepest');
  expect([...made.querySelectorAll('h2,h3,h4,h5,h6')].map((h) => h.tagName)).toEqual(['H3', 'H3', 'H4']);
});

test('marks inside words and lone ones are text', () => {
  expect(parseInline('snake_case_name, 2 * 3 * 4, **')).toEqual(['snake_case_name, 2 * 3 * 4, **']);
  expect(parseMarkdown('born in\n1990. good year')).toHaveLength(1);
});

