import { lazy, Suspense } from 'react';
import { Loading } from './Loading';

export type JsonDiffProps = {
  /** What the two texts are, such as `Request`. */
  label: string;
  before: string;
  after: string;
};

const Surface = lazy(async () => ({ default: (await import('./JsonDiffSurface')).JsonDiffSurface }));

/** Two JSON texts side by side, to read; what differs is marked. Loaded when it is first shown. */
export function JsonDiff(props: JsonDiffProps) {
  return (
    <Suspense fallback={<Loading label="Comparing…" />}>
      <Surface {...props} />
    </Suspense>
  );
}
