import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettled } from './useSettled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a value settles once it has rested, and is itself when it came back to what it was', () => {
  const first = { text: 'a' };
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 150), {
    initialProps: { value: first },
  });
  rerender({ value: { text: 'ab' } });
  expect(result.current).toBe(first);
  const again = { text: 'a' };
  rerender({ value: again });
  expect(result.current).toBe(again);
  const last = { text: 'abc' };
  rerender({ value: last });
  act(() => void vi.advanceTimersByTime(149));
  expect(result.current).toEqual(again);
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current).toBe(last);
});
