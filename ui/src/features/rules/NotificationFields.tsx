import { Select } from '../../kit/Select';
import type { ShowNotificationBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { MixedTextField } from './FormulaField';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

const kinds = ['Info', 'Offer', 'Error', 'Misc'].map((id) => ({ id, label: id }));

/** Kind, title and body of a notification. */
export function NotificationFields({ block, pointer }: { block: ShowNotificationBlock; pointer: string }) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const known = kinds.some((kind) => kind.id === block.notificationType);
  const choices = known ? kinds : [...kinds, { id: block.notificationType, label: block.notificationType }];
  return (
    <div className="grid grid-cols-[88px_minmax(0,1fr)_minmax(0,1.4fr)] items-end gap-2">
      <Select
        label="Kind"
        value={block.notificationType}
        onChange={(notificationType) => row.patch({ notificationType })}
        choices={choices}
      />
      <MixedTextField
        label="Title"
        value={block.title}
        onChange={(title) => row.patch({ title })}
        paths={pathsFor(paths, {})}
        placeholder="Almost there"
      />
      <MixedTextField
        label="Body"
        value={block.body ?? ''}
        onChange={(body) => row.patch({ body })}
        paths={pathsFor(paths, {})}
        placeholder="What the customer reads"
      />
    </div>
  );
}
