import {
  ArrowDown,
  ArrowUp,
  Braces,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Copy,
  EllipsisVertical,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { VerdictView } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { Menu, type MenuEntry } from '../../kit/Menu';
import { Tag, type Tone } from '../../kit/Tag';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import { patchAt } from './blockEdits';
import { ConditionList } from './ConditionList';
import { isEffect, type Rule } from './document';
import { useRuleEditor } from './EditorContext';
import { EffectList } from './EffectList';
import { insertAt, moveWithin, removeAt } from './pointer';
import { RowProblems } from './RowProblems';
import { ruleSentence } from './sentences';

/** One rule: its title, when it fires, and what it then gives. */
export function RuleCard({ rule, index }: { rule: Rule; index: number }) {
  const { edit, vocabulary, paths } = useRuleEditor();
  const pointer = `/promotionRules/${index}`;
  const patch = (fields: Record<string, Json | undefined>) =>
    edit((before) => patchAt(before, pointer, fields));
  const hasConditions = rule.blocks.some((block) => !isEffect(block));
  return (
    <article
      aria-label={`Rule: ${rule.title || index + 1}`}
      className="rounded-lg border border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-line border-b px-3 py-2">
        <TextField
          hideLabel
          label="Rule title"
          value={rule.title}
          onChange={(title) => patch({ title })}
          placeholder="Rule title"
          className="w-64 font-semibold"
        />
        <TextField
          hideLabel
          label="Rule description"
          value={rule.description ?? ''}
          onChange={(description) => patch({ description: description === '' ? undefined : description })}
          placeholder="Description"
          className="min-w-24 flex-1"
        />
        <RuleVerdict index={index} />
        <RuleMenu index={index} />
      </header>
      <div className="flex flex-col gap-3 px-3 py-3">
        <p className="m-0 break-words text-ink-2">{ruleSentence(rule, { vocabulary, paths })}</p>
        <RowProblems pointer={pointer} />
        <Part title="When" note={hasConditions ? 'all of these are true' : 'always: on every event'}>
          <ConditionList pointer={`${pointer}/blocks`} place={{}} joint="and" hasEvents />
        </Part>
        <Part title="Then" note="give these effects">
          <div className="pl-11">
            <EffectList pointer={`${pointer}/blocks`} ruleIndex={index} />
          </div>
        </Part>
      </div>
    </article>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="m-0 flex items-baseline gap-2 pb-0.5 text-base font-semibold">
        {title} <span className="font-normal text-sm text-ink-3">{note}</span>
      </h3>
      {children}
    </section>
  );
}

const verdicts: Record<VerdictView, { tone: Tone; icon: typeof CircleCheck; word: string }> = {
  fired: { tone: 'good', icon: CircleCheck, word: 'Fires now' },
  notMet: { tone: 'neutral', icon: CircleDashed, word: 'Not met now' },
  excluded: { tone: 'warn', icon: CircleDashed, word: 'Excluded now' },
  failed: { tone: 'bad', icon: CircleAlert, word: 'Fails now' },
};

function RuleVerdict({ index }: { index: number }) {
  const rule = useRuleEditor().rules.find((candidate) => candidate.index === index);
  if (!rule) return null;
  const { tone, icon, word } = verdicts[rule.verdict];
  return (
    <Tag tone={tone} icon={icon} {...(rule.why ? { title: rule.why } : {})}>
      {word}
    </Tag>
  );
}

function RuleMenu({ index }: { index: number }) {
  const { document, edit, showJson } = useRuleEditor();
  const list = '/promotionRules';
  const rule = document.promotionRules[index];
  const last = document.promotionRules.length - 1;
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'copy',
      label: 'Duplicate',
      icon: Copy,
      onPress: () => edit((before) => insertAt(before, list, index + 1, copyOf(rule))),
    },
    {
      kind: 'action',
      id: 'json',
      label: 'Edit as JSON',
      icon: Braces,
      onPress: () => showJson(`${list}/${index}`),
    },
    { kind: 'separator', id: 'line' },
    {
      kind: 'action',
      id: 'up',
      label: 'Move up',
      icon: ArrowUp,
      onPress: () => edit((before) => moveWithin(before, list, index, index - 1)),
      disabledReason: index === 0 ? 'It is the first' : null,
    },
    {
      kind: 'action',
      id: 'down',
      label: 'Move down',
      icon: ArrowDown,
      onPress: () => edit((before) => moveWithin(before, list, index, index + 1)),
      disabledReason: index === last ? 'It is the last' : null,
    },
    { kind: 'separator', id: 'line2' },
    {
      kind: 'action',
      id: 'remove',
      label: 'Remove the rule',
      icon: Trash2,
      isDangerous: true,
      onPress: () => edit((before) => removeAt(before, `${list}/${index}`)),
    },
  ];
  return (
    <Menu
      label="Do with this rule"
      entries={entries}
      trigger={<IconButton label="More for this rule" icon={EllipsisVertical} />}
    />
  );
}

/** A copy without the identity of the original. */
function copyOf(rule: Rule | undefined): Json {
  if (!rule) return null;
  const { id: _original, ...rest } = rule;
  return { ...rest, title: `${rule.title} (copy)` } as Json;
}
