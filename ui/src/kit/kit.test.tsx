import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { ComboBox } from './ComboBox';
import { CommandProvider, useCommandList, useCommands } from './CommandRegistry';
import { NumberField } from './NumberField';
import { movedIndex } from './rowMoves';
import { TextField } from './TextField';

describe('a button with a reason against it', () => {
  it('stays reachable and does nothing', () => {
    const onPress = vi.fn();
    render(
      <Button onPress={onPress} disabledReason="The session is closed.">
        Update
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Update' });
    button.focus();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
  });
});

describe('a field', () => {
  it('has its error beside it, tied to it', () => {
    render(<TextField label="API name" value="9" onChange={() => {}} error="It starts with a letter." />);
    const box = screen.getByLabelText('API name');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    const described = (box.getAttribute('aria-describedby') ?? '').split(' ');
    const notes = described.map((id) => document.getElementById(id)?.textContent).join('');
    expect(notes).toContain('It starts with a letter.');
  });

  it.each(['12', '-0.5', ''])('takes %j as a number', (value) => {
    render(<NumberField label="Price" value={value} onChange={() => {}} />);
    expect(screen.getByLabelText('Price').getAttribute('aria-invalid')).toBeNull();
  });

  it.each(['12,5', 'NaN', '1e9'])('keeps %j and says it is no number', (value) => {
    render(<NumberField label="Price" value={value} onChange={() => {}} />);
    expect(screen.getByDisplayValue(value)).toBeDefined();
    expect(screen.getByText('Write a number such as 12 or 12.50.')).toBeDefined();
  });
});

describe('a list to choose from', () => {
  it('opens by a click and not by the focus that comes back to it', () => {
    // This browser has no CSS object; React Aria asks it for this function alone.
    vi.stubGlobal('CSS', { escape: String });
    const choices = [{ id: 'pageview', label: 'pageview' }];
    render(<ComboBox label="Event type" value={null} onChange={() => {}} choices={choices} />);
    const box = screen.getByRole('combobox', { name: 'Event type' });
    act(() => box.focus());
    expect(box.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(box);
    expect(box.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('keys in a list of 10 rows, 4 on a page', () => {
  it.each([
    ['j', -1, 0],
    ['ArrowDown', 3, 4],
    ['j', 9, 9],
    ['k', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 7, 9],
    ['PageUp', 7, 3],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['x', 3, null],
  ])('%s from %d leads to %j', (key, from, to) => expect(movedIndex(key, from, 10, 4)).toBe(to));

  it('lead nowhere in an empty list', () => expect(movedIndex('j', -1, 0, 4)).toBeNull());
});

describe('commands', () => {
  function Offer({ title, run }: { title: string; run: () => void }) {
    useCommands([{ id: 'x', title, group: 'Test', run }]);
    return null;
  }
  function Titles() {
    const commands = useCommandList();
    return (
      <>
        {commands.map((command) => (
          <button key={command.id} type="button" onClick={command.run}>
            {command.title}
          </button>
        ))}
      </>
    );
  }

  it('are listed while their owner is there, and run its latest meaning', () => {
    const first = vi.fn();
    const second = vi.fn();
    const tree = (run: (() => void) | null) => (
      <CommandProvider>
        <Titles />
        {run ? <Offer title="Close" run={run} /> : null}
      </CommandProvider>
    );
    const { rerender } = render(tree(first));
    rerender(tree(second));
    fireEvent.click(screen.getByText('Close'));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    rerender(tree(null));
    expect(screen.queryByText('Close')).toBeNull();
  });
});
