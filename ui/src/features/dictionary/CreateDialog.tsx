import type { DictionaryView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { isTyped, leftovers, shownErrors } from './form';
import { IdentityFields } from './IdentityFields';
import { useNewAttribute } from './useNewAttribute';
import { WordingFields } from './WordingFields';

export type CreateDialogProps = {
  dictionary: DictionaryView;
  workspacePath: string;
  onClose: () => void;
};

/** *Create attribute*, field by field as in the vendor's form; the first attribute of an event type creates it. */
export function CreateDialog({ dictionary, workspacePath, onClose }: CreateDialogProps) {
  const work = useNewAttribute(dictionary, workspacePath, onClose);
  const errors = shownErrors(work.refusal, work.form, work.wasSent);
  return (
    <Dialog
      title="Create attribute"
      isOpen
      onClose={onClose}
      actions={
        <>
          {isTyped(work.form) ? (
            <Button tone="quiet" onPress={work.startOver}>
              Clear the form
            </Button>
          ) : null}
          <span className="flex-1" />
          <Button hint="What you typed stays here." onPress={onClose}>
            Not now
          </Button>
          <Button tone="primary" isPending={work.isSending} onPress={work.send}>
            Create attribute
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          work.send();
        }}
      >
        {work.wasSent
          ? leftovers(work.refusal).map((message) => <ErrorNote key={message} message={message} />)
          : null}
        <IdentityFields dictionary={dictionary} form={work.form} errors={errors} onChange={work.change} />
        <WordingFields form={work.form} name={work.form.name} errors={errors} onChange={work.change} />
        <PathNote path={work.path} />
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}

/** How a rule will name it, as soon as the definition can be stored. */
function PathNote({ path }: { path: string | null }) {
  if (path === null) return null;
  return (
    <p className="m-0 text-sm text-ink-2">
      Rules will read it as <code>{path}</code>
    </p>
  );
}
