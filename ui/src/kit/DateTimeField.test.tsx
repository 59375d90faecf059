import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DateTimeField } from './DateTimeField';
import { ZoneProvider } from './ZoneContext';

it('what is typed into an empty field is a time in the window’s zone', async () => {
  const onChange = vi.fn();
  render(
    <ZoneProvider zone="Europe/Berlin">
      <DateTimeField label="Ends" value="" onChange={onChange} />
    </ZoneProvider>,
  );
  const person = userEvent.setup();
  const parts = { month: '6', day: '1', year: '2026', hour: '9', minute: '0', second: '0' };
  for (const [part, digits] of Object.entries(parts)) {
    await person.click(screen.getByRole('spinbutton', { name: new RegExp(`^${part}`) }));
    await person.keyboard(digits);
  }
  expect(onChange).toHaveBeenLastCalledWith('2026-06-01T07:00:00.000Z');
});
