import { lazy, Suspense } from 'react';
import { Loading } from './Loading';

/** A problem with a place in the document. */
export type JsonProblem = {
  /** JSON pointer, such as `/blocks/0/operator`; empty for the whole document. */
  pointer: string;
  message: string;
  /** Inside the text at that place: the first character that is wrong. */
  start?: number | null;
  /** One past the last. */
  end?: number | null;
};

export type JsonEditorProps = {
  label: string;
  /** The text itself, also while it is not valid JSON. */
  value: string;
  onChange: (text: string) => void;
  problems?: readonly JsonProblem[];
  isReadOnly?: boolean;
  /** JSON pointer of the part to select and bring into view, whenever it changes. */
  reveal?: string | null;
};

const Surface = lazy(async () => ({ default: (await import('./JsonEditorSurface')).JsonEditorSurface }));

/** JSON as text with marks where something is wrong. The editor is loaded when it is first shown. */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <Suspense fallback={<Loading label="Opening the editor…" />}>
      <Surface {...props} />
    </Suspense>
  );
}
