import { useMemo } from 'react';
import type { RuleProblemView } from '../../api/types';
import { JsonEditor } from '../../kit/JsonEditor';
import { parseDocument } from './document';
import { type Draft, draftText } from './drafts';

export type RuleJsonProps = {
  draft: Draft;
  problems: readonly RuleProblemView[];
  onChange: (text: string) => void;
  /** The place to show, as a JSON pointer. */
  reveal: string | null;
};

/** The document as JSON; what cannot be read is kept and said, and the forms keep the last that could. */
export function RuleJson({ draft, problems, onChange, reveal }: RuleJsonProps) {
  const text = draftText(draft);
  const broken = useMemo(() => {
    const read = parseDocument(text);
    return 'problem' in read ? read.problem : null;
  }, [text]);
  const marks = useMemo(() => {
    if (!broken) return problems.map(asMark);
    return broken.pointer === '' ? [] : [broken];
  }, [broken, problems]);
  return (
    <div className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="min-h-0 flex-1">
        <JsonEditor label="Rules as JSON" value={text} onChange={onChange} problems={marks} reveal={reveal} />
      </div>
      {broken ? (
        <p role="status" className="m-0 text-sm text-bad">
          {broken.message} {broken.pointer ? <code>{broken.pointer}</code> : null} The forms keep the last
          version that could be read.
        </p>
      ) : null}
    </div>
  );
}

function asMark({ pointer, message, start, end }: RuleProblemView) {
  return { pointer, message, start, end };
}
