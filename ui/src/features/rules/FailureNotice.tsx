import { MessageSquareWarning } from 'lucide-react';
import type { Json } from '../../lib/json';
import { BlockMenu } from './BlockMenu';
import type { Block } from './document';
import { readBlock } from './document';
import { NotificationFields } from './NotificationFields';
import { RowProblems } from './RowProblems';
import { UnknownBlock } from './UnknownBlock';

/** What is given when a condition is not met. */
export function FailureNotice({ pointer, onFailure }: { pointer: string; onFailure: Json | undefined }) {
  if (!Array.isArray(onFailure) || onFailure.length === 0) return null;
  return (onFailure as Block[]).map((block, index) => {
    const place = `${pointer}/onFailure/${index}`;
    const known = readBlock(block);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name of their own
      <div key={index} className="mt-1 rounded-md border border-line bg-canvas p-2">
        <p className="m-0 flex items-center gap-1.5 pb-1.5 text-sm text-ink-2">
          <MessageSquareWarning aria-hidden size={13} className="text-warn" /> If this fails, show
        </p>
        {known?.type === 'showNotification' ? (
          <div data-row={place} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <NotificationFields block={known} pointer={place} />
              <RowProblems pointer={place} />
            </div>
            <BlockMenu block={block} pointer={place} noun="notification" />
          </div>
        ) : (
          <UnknownBlock block={block} pointer={place} noun="effect" />
        )}
      </div>
    );
  });
}
