import { Plus } from 'lucide-react';
import { useWorkspaceNow } from '../../api/clock';
import type { PathView } from '../../api/types';
import { ComboBox } from '../../kit/ComboBox';
import type { Json } from '../../lib/json';
import { AttributePicker } from './AttributePicker';
import { BlockMenu } from './BlockMenu';
import { addBlock, blocksAt } from './blockEdits';
import { ConditionList } from './ConditionList';
import type { Block, CheckEventBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { FailureNotice } from './FailureNotice';
import { focusRow } from './focusRow';
import { NowMark } from './NowMark';
import { freshCondition } from './operandDefaults';
import { RowProblems } from './RowProblems';
import { newCondition } from './templates';
import { useBlock } from './useBlock';
import { operatorsOf, pathsFor } from './words';

/** *Check for event types*: the event, then its attributes one after the other. */
export function EventCondition({
  block,
  raw,
  pointer,
}: {
  block: CheckEventBlock;
  raw: Block;
  pointer: string;
}) {
  const { vocabulary } = useRuleEditor();
  const row = useBlock(pointer);
  const choices = vocabulary.events.map((event) => ({
    id: event.eventType,
    label: event.title || event.eventType,
    description: event.builtIn ? `Built-in · ${event.eventType}` : `Custom · ${event.eventType}`,
  }));
  return (
    <div data-row={pointer}>
      <div className="flex min-w-0 items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <span className="text-ink-2">The event is</span>
          <ComboBox
            key={choices.length}
            hideLabel
            label="Event type"
            value={block.eventType || null}
            onChange={(eventType) => {
              if (eventType !== null && eventType !== block.eventType) row.patch({ eventType, matchers: [] });
            }}
            choices={choices}
            placeholder="Choose an event…"
            className="w-60"
          />
          <NowMark pointer={pointer} />
        </div>
        <BlockMenu block={raw} pointer={pointer} noun="condition" canFail canGroup />
      </div>
      <Matchers block={block} pointer={pointer} />
      {block.eventType === '' ? null : <RowProblems pointer={pointer} />}
      <FailureNotice pointer={pointer} onFailure={raw.onFailure as Json | undefined} />
    </div>
  );
}

/** The attributes of the event that are checked too: the first by choosing it, more by *And…*. */
function Matchers({ block, pointer }: { block: CheckEventBlock; pointer: string }) {
  const { document, edit, vocabulary, paths } = useRuleEditor();
  const now = useWorkspaceNow();
  const list = `${pointer}/matchers`;
  const place = { eventType: block.eventType };
  const own = pathsFor(paths, place).filter((path) => path.eventType === block.eventType);
  const isFirst = blocksAt(document as Json, list).length === 0;
  if (own.length === 0 && isFirst) return null;
  const add = (path: PathView) => {
    const operators = operatorsOf(vocabulary, path.type);
    const matcher = freshCondition(newCondition(), path, operators, undefined, now());
    focusRow(addBlock(document as Json, list, matcher).pointer);
    edit((before) => addBlock(before, list, matcher).document);
  };
  const adder = (
    <AttributePicker
      label={isFirst ? 'Attribute of the event' : 'And another attribute of the event'}
      value=""
      paths={own}
      onChange={add}
      placeholder={isFirst ? 'with any attributes; choose one…' : 'And…'}
      className={isFirst ? '!w-60' : '!w-24'}
    />
  );
  return (
    <div className="mt-1 border-line border-l-2 pl-2">
      {isFirst ? null : <ConditionList pointer={list} place={place} joint="and" adder={null} />}
      <div className="flex items-center gap-1.5 pl-11">
        {isFirst ? null : <Plus aria-hidden size={13} className="text-ink-3" />}
        {adder}
      </div>
    </div>
  );
}
