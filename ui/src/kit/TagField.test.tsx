import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { TagField } from './TagField';

function Field({ start = [] }: { start?: string[] }) {
  const [values, setValues] = useState(start);
  return (
    <>
      <TagField
        label="Suggestions"
        values={values}
        onChange={setValues}
        errorAt={(index) =>
          values.indexOf(values[index] ?? '') < index ? 'It is there already.' : undefined
        }
      />
      <output>{values.join('|')}</output>
    </>
  );
}

const box = () => screen.getByLabelText('Suggestions');
const values = () => screen.getByRole('status').textContent;

describe('a field of several texts', () => {
  it.each([
    ['Enter', 'gold', 'gold'],
    [',', ' gold ', 'gold'],
    ['Enter', 'gold, silver', 'gold|silver'],
  ])('adds at %s what was typed as %j', (key, text, expected) => {
    render(<Field />);
    fireEvent.change(box(), { target: { value: text } });
    fireEvent.keyDown(box(), { key });
    expect(values()).toBe(expected);
  });

  it('keeps what was typed when the focus leaves', () => {
    render(<Field />);
    fireEvent.change(box(), { target: { value: 'gold' } });
    fireEvent.focus(box());
    fireEvent.blur(box());
    expect(values()).toBe('gold');
  });

  it('takes the last away at Backspace, and any by its button', () => {
    render(<Field start={['gold', 'silver', 'bronze']} />);
    fireEvent.keyDown(box(), { key: 'Backspace' });
    fireEvent.click(screen.getByRole('button', { name: 'Remove gold' }));
    expect(values()).toBe('silver');
  });

  it('says what is wrong with one of them', () => {
    render(<Field start={['gold', 'gold']} />);
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('It is there already.')).toBeTruthy();
  });
});
