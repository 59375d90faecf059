import { Lock } from 'lucide-react';
import type { AttributeView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { KeyValue } from '../../kit/KeyValue';
import { Switch } from '../../kit/Switch';
import { leftovers, shownErrors } from './form';
import { typeWord } from './typeWords';
import { useAttributeEdit } from './useAttributeEdit';
import { WordingFields } from './WordingFields';

export type EditDialogProps = { attribute: AttributeView; workspacePath: string; onClose: () => void };

/** Changes what can change; the rest is shown, locked, with the reason. */
export function EditDialog({ attribute, workspacePath, onClose }: EditDialogProps) {
  const work = useAttributeEdit(attribute, workspacePath, onClose);
  const errors = shownErrors(work.refusal, work.form, true);
  return (
    <Dialog
      title={`Edit ${attribute.name}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          {work.isChanged ? (
            <Button tone="quiet" onPress={work.discard}>
              Discard changes
            </Button>
          ) : null}
          <span className="flex-1" />
          <Button hint="Changes you made stay here." onPress={onClose}>
            Not now
          </Button>
          <Button
            tone="primary"
            isPending={work.isSending}
            disabledReason={work.isChanged ? null : 'Nothing has changed.'}
            onPress={work.send}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {leftovers(work.refusal).map((message) => (
          <ErrorNote key={message} message={message} />
        ))}
        <LockedFields attribute={attribute} />
        <WordingFields
          autoFocus
          form={work.form}
          name={attribute.name}
          errors={errors}
          onChange={work.change}
        />
        <div>
          <Switch
            label="Hide from pickers"
            isSelected={work.form.isHidden}
            onChange={(isHidden) => work.change({ isHidden })}
          />
          <p className="m-0 text-sm text-ink-3">
            Attributes are never deleted, so that recorded events stay readable. A hidden one is no longer
            offered; rules that use it go on.
          </p>
        </div>
      </div>
    </Dialog>
  );
}

function LockedFields({ attribute }: { attribute: AttributeView }) {
  return (
    <div className="rounded-md border border-line bg-sunken p-3">
      <KeyValue
        items={[
          { key: 'Associated entity', value: attribute.entity },
          ...(attribute.eventType === null ? [] : [{ key: 'Event type', value: attribute.eventType }]),
          { key: 'Attribute type', value: typeWord(attribute.type) },
          { key: 'API name', value: <code>{attribute.name}</code> },
        ]}
      />
      <p className="m-0 mt-2 flex items-start gap-1.5 text-sm text-ink-3">
        <Lock aria-hidden size={12} className="mt-0.5 shrink-0" />
        These stay as they were created: rules, requests and recorded events refer to them.
      </p>
    </div>
  );
}
