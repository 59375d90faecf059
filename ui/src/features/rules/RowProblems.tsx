import { CircleAlert } from 'lucide-react';
import type { RuleProblemView } from '../../api/types';
import type { Json } from '../../lib/json';
import { problemsOf, useRuleEditor } from './EditorContext';
import { valueAt } from './pointer';

/** What is wrong with the block at a place, said under its row. */
export function RowProblems({ pointer }: { pointer: string }) {
  const { problems, document } = useRuleEditor();
  const own = problemsOf(problems, pointer);
  if (own.length === 0) return null;
  return (
    <ul className="m-0 flex list-none flex-col gap-1 p-0 pt-1" aria-label="What to mend">
      {own.map((problem) => (
        <li
          key={`${problem.pointer}:${problem.message}`}
          className="flex items-start gap-1.5 text-sm text-bad"
        >
          <CircleAlert aria-hidden size={13} className="mt-[2px] shrink-0" />
          <span className="min-w-0 break-words">
            {problem.message}
            <Excerpt problem={problem} text={valueAt(document as Json, problem.pointer)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The part of an expression a problem is about, in its surroundings. */
function Excerpt({ problem, text }: { problem: RuleProblemView; text: Json | undefined }) {
  const { start, end } = problem;
  if (typeof text !== 'string' || start === null) return null;
  const characters = [...text];
  const stop = Math.max(end ?? start + 1, start + 1);
  return (
    <code className="ml-1.5 rounded-sm bg-sunken px-1 text-ink-2">
      {characters.slice(Math.max(0, start - 24), start).join('')}
      <mark className="bg-bad-soft text-bad underline decoration-wavy">
        {characters.slice(start, stop).join('') || ' '}
      </mark>
      {characters.slice(stop, stop + 24).join('')}
    </code>
  );
}
