import { useEffect, useState } from 'react';

/**
 * The value once it has stayed the same for `milliseconds`; compared as JSON. It is `value` itself while it is settled,
 * so `settled === value` says that nothing is waiting.
 */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  const face = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `face` says when the value differs
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [face, milliseconds]);
  return JSON.stringify(settled) === face ? value : settled;
}
