// SPDX-License-Identifier: GPL-3.0-or-later
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './button';
import { Input } from './input';

describe('Button', () => {
  it('sends a form once, however often it is clicked before it shows that it is busy', async () => {
    const sent = vi.fn();
    render(
      <form onSubmit={(event) => (event.preventDefault(), sent())}>
        <Input aria-label="Title" />
        <Button type="submit" busy={false}>
          Keep
        </Button>
      </form>,
    );
    const button = screen.getByRole('button');
    button.click();
    button.click();
    expect(sent).toHaveBeenCalledTimes(1);
    await userEvent.dblClick(button);
    expect(sent).toHaveBeenCalledTimes(2);
    await userEvent.type(screen.getByLabelText('Title'), 'x{Enter}');
    expect(sent).toHaveBeenCalledTimes(3);
  });

  it('keeps the focus while it is busy, and takes no clicks', async () => {
    const clicked = vi.fn();
    const { rerender } = render(<Button onClick={clicked}>Keep</Button>);
    screen.getByRole('button').focus();
    rerender(
      <Button busy onClick={clicked}>
        Keep
      </Button>,
    );
    expect(document.activeElement?.textContent).toBe('Keep');
    await userEvent.click(screen.getByRole('button'));
    expect(clicked).not.toHaveBeenCalled();
  });
});
