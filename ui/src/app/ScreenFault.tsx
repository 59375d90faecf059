import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../kit/Button';
import { ErrorNote } from '../kit/ErrorNote';

/** What stands in place of a screen that could not be drawn; the rest of the window goes on. */
export function ScreenFault({ error, reset }: ErrorComponentProps) {
  return (
    <div className="p-6">
      <ErrorNote
        message={`This screen could not be drawn: ${error instanceof Error ? error.message : String(error)}`}
        next="What is stored is not affected. Draw it again, or go to another screen."
        action={<Button onPress={reset}>Draw again</Button>}
      />
    </div>
  );
}
