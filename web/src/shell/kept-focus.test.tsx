// SPDX-License-Identifier: GPL-3.0-or-later
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Dialog } from '@/ui/dialog';
import { keepFocus } from './kept-focus';

/// A list whose rows are deleted by a button, at once or after a question.
function Letters({ asks }: { asks?: boolean }) {
  useEffect(keepFocus, []);
  const [all, setAll] = useState(['a', 'b', 'c']);
  const [asked, setAsked] = useState<string | null>(null);
  const remove = (one: string) => {
    setAll((was) => was.filter((other) => other !== one));
    setAsked(null);
  };
  return (
    <section>
      <h2>Letters</h2>
      <ul>
        {all.map((one) => (
          <li key={one}>
            <button type="button" onClick={() => (asks ? setAsked(one) : remove(one))}>
              {one}
            </button>
          </li>
        ))}
      </ul>
      <Dialog open={asked !== null} title="Sure?" onClose={() => setAsked(null)}>
        <button type="button" onClick={() => remove(asked ?? '')}>
          Yes
        </button>
      </Dialog>
    </section>
  );
}

const focused = () => document.activeElement?.textContent;

describe('the focus of a row that is taken out', () => {
  it('goes to the row in its place, to the one before the end, and then to the heading', async () => {
    render(<Letters />);
    await userEvent.click(screen.getByRole('button', { name: 'b' }));
    await waitFor(() => expect(focused()).toBe('c'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe('a'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe('Letters'));
  });

  it('also when a dialog asked first', async () => {
    render(<Letters asks />);
    await userEvent.click(screen.getByRole('button', { name: 'a' }));
    await userEvent.click(screen.getByRole('button', { name: 'Yes' }));
    await waitFor(() => expect(focused()).toBe('b'));
  });

  it('stays where somebody has put it', async () => {
    render(
      <>
        <input aria-label="Elsewhere" />
        <Letters />
      </>,
    );
    screen.getByRole('button', { name: 'a' }).focus();
    await userEvent.click(screen.getByRole('textbox', { name: 'Elsewhere' }));
    await userEvent.click(screen.getByRole('button', { name: 'c' }));
    await userEvent.click(screen.getByRole('textbox', { name: 'Elsewhere' }));
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Elsewhere' }));
  });
});
