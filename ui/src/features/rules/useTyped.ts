import { useState } from 'react';
import type { Json } from '../../lib/json';

/**
 * The text of a field whose value in the document is something else, such as a number: what is typed stays as typed
 * (`12.` and `12.50` too) for as long as it means the value in the document.
 */
export function useTyped(
  value: Json | undefined,
  write: (value: Json | undefined) => string,
  read: (text: string) => Json,
): [string, (text: string) => Json] {
  const [typed, setTyped] = useState('');
  const isCurrent = JSON.stringify(read(typed)) === JSON.stringify(value ?? '');
  const type = (text: string) => {
    setTyped(text);
    return read(text);
  };
  return [isCurrent ? typed : write(value), type];
}
