// SPDX-License-Identifier: GPL-3.0-or-later
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/error';
import { Combobox } from './combobox';
import { Dialog } from './dialog';
import { Field } from './field';
import { Input } from './input';
import { LevelBar } from './level-bar';
import { ErrorState } from './states';
import { Tabs } from './tabs';

describe('Field', () => {
  it('ties label, hint and error to its input', () => {
    render(
      <Field label="Title" hint="A short one" error="Too long">
        <Input />
      </Field>,
    );
    const input = screen.getByLabelText('Title');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['A short one', 'Too long']);
  });
});

describe('LevelBar', () => {
  it('says both levels, and when nothing is held', () => {
    const { rerender } = render(<LevelBar held={2.25} needed={4} />);
    expect(screen.getByRole('img', { name: 'Level 2.3 of 7 held, 4 needed' })).toBeTruthy();
    rerender(<LevelBar held={null} needed={4} />);
    expect(screen.getByRole('img', { name: 'Not shown, 4 of 7 needed' })).toBeTruthy();
  });
});

describe('Tabs', () => {
  it('move by arrows, around the end, and only the shown one can be tabbed to', async () => {
    render(
      <Tabs
        label="Requirements"
        tabs={[
          { value: 'a', label: 'Matched', content: 'first' },
          { value: 'b', label: 'Missing', content: 'second' },
        ]}
      />,
    );
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Matched');
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tabpanel').textContent).toBe('second');
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Matched');
    expect(screen.getByRole('tab', { selected: false }).tabIndex).toBe(-1);
  });
});

function Search({ onChoose }: { onChoose: (value: string) => void }) {
  const [text, setText] = useState('');
  const all = [
    { value: '29-1141', label: 'Registered nurses' },
    { value: '51-4121', label: 'Welders' },
  ];
  const found = all.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  return <Combobox label="Occupation" text={text} onText={setText} choices={found} onChoose={({ value }) => onChoose(value)} />;
}

describe('Combobox', () => {
  it('is used by keyboard alone', async () => {
    const onChoose = vi.fn();
    render(<Search onChoose={onChoose} />);
    await userEvent.tab();
    await userEvent.keyboard('e{ArrowDown}');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Welders');
    await userEvent.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('51-4121');
    expect(screen.queryByRole('option')).toBeNull();
  });
});

describe('Dialog', () => {
  it('gives the focus back when it closes', async () => {
    function Opener() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Open
          </button>
          <Dialog open={open} title="A question" onClose={() => setOpen(false)}>
            <input aria-label="Answer" />
          </Dialog>
        </>
      );
    }
    render(<Opener />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.click(screen.getByRole('textbox', { name: 'Answer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Open');
  });
});

describe('ErrorState', () => {
  it('says what the server said, and tries again', async () => {
    const retry = vi.fn();
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail: 'the run has ended',
      instance: '/api/runs/1',
      code: 'conflict' as const,
      request_id: 'abc',
      errors: [],
    };
    render(<ErrorState error={new ApiError(409, problem)} onRetry={retry} />);
    expect(screen.getByRole('alert').textContent).toContain('the run has ended');
    expect(screen.getByRole('alert').textContent).toContain('abc');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });
});
