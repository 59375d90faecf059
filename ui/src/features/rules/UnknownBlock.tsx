import { Braces } from 'lucide-react';
import { Button } from '../../kit/Button';
import { BlockMenu } from './BlockMenu';
import type { Block } from './document';
import { useRuleEditor } from './EditorContext';
import { NowMark } from './NowMark';
import { RowProblems } from './RowProblems';

/** A block the builder has no form for: shown as it is, edited as JSON. */
export function UnknownBlock({ block, pointer, noun }: { block: Block; pointer: string; noun: string }) {
  const { showJson } = useRuleEditor();
  const { type, ...fields } = block;
  return (
    <div data-row={pointer}>
      <div className="flex min-w-0 items-center gap-2">
        <span className="shrink-0 font-medium">{type}</span>
        <code className="min-w-0 flex-1 truncate text-ink-3" title={JSON.stringify(fields, null, 2)}>
          {JSON.stringify(fields)}
        </code>
        <NowMark pointer={pointer} />
        <Button size="small" tone="quiet" icon={Braces} onPress={() => showJson(pointer)}>
          Edit as JSON
        </Button>
        <BlockMenu block={block} pointer={pointer} noun={noun} />
      </div>
      <RowProblems pointer={pointer} />
    </div>
  );
}
