import { CircleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
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
  onReveal: (pointer: string) => void;
};

/** The document as JSON; what cannot be read is kept and said, and the forms keep the last that could. */
export function RuleJson({ draft, problems, onChange, reveal, onReveal }: RuleJsonProps) {
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
      ) : (
        <ProblemList problems={problems} onReveal={onReveal} />
      )}
    </div>
  );
}

/** What is wrong, also where it is out of sight; each leads to its place. */
function ProblemList({ problems, onReveal }: Pick<RuleJsonProps, 'problems' | 'onReveal'>) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="What to mend in the JSON" className="m-0 max-h-28 list-none overflow-auto p-0">
      {problems.map((problem) => (
        <li key={`${problem.pointer}:${problem.message}`}>
          <Button
            onPress={() => onReveal(problem.pointer)}
            className="ring-inside flex w-full items-start gap-1.5 rounded-sm px-1 py-0.5 text-left text-sm text-bad data-[hovered]:bg-hover"
          >
            <CircleAlert aria-hidden size={13} className="mt-[2px] shrink-0" />
            <span className="min-w-0 break-words">{problem.message}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function asMark({ pointer, message, start, end }: RuleProblemView) {
  return { pointer, message, start, end };
}
