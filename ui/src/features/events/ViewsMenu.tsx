import { useQuery } from '@tanstack/react-query';
import { Bookmark, Check, X } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { workspaceQuery } from '../../api/queries';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { Popover } from '../../kit/Popover';
import { TextField } from '../../kit/TextField';
import { type EventsSearch, isFiltering } from './filter';
import { isSameFilter, longestName, type SavedView, useSavedViews } from './savedViews';

export type ViewsMenuProps = { filter: EventsSearch; onFilter: (filter: EventsSearch) => void };

const noViews: readonly SavedView[] = [];

/** Filters under names: shown again by a click, saved and removed here. */
export function ViewsMenu({ filter, onFilter }: ViewsMenuProps) {
  const workspace = useQuery(workspaceQuery).data?.path ?? '';
  const views = useSavedViews((state) => state.views[workspace] ?? noViews);
  const { save, remove } = useSavedViews.getState();
  const shown = views.find((view) => isSameFilter(view.filter, filter));
  return (
    <Popover
      label="Saved views"
      trigger={
        <Button icon={Bookmark} tone="quiet">
          {shown?.name ?? 'Views'}
        </Button>
      }
    >
      {(close) => (
        <div className="flex w-72 flex-col gap-3">
          {views.length === 0 ? (
            <p className="m-0 text-ink-3">No view is saved yet. Filter the events, then name what you see.</p>
          ) : (
            <ul aria-label="Saved views" className="m-0 list-none p-0">
              {views.map((view) => (
                <ViewRow
                  key={view.name}
                  view={view}
                  isShown={view === shown}
                  onShow={() => {
                    onFilter(view.filter);
                    close();
                  }}
                  onRemove={() => remove(workspace, view.name)}
                />
              ))}
            </ul>
          )}
          <NewView
            disabledReason={isFiltering(filter) ? null : 'Filter the events first.'}
            onSave={(name) => {
              save(workspace, { name, filter });
              close();
            }}
          />
        </div>
      )}
    </Popover>
  );
}

type ViewRowProps = { view: SavedView; isShown: boolean; onShow: () => void; onRemove: () => void };

function ViewRow({ view, isShown, onShow, onRemove }: ViewRowProps) {
  return (
    <li className="flex items-center rounded-sm hover:bg-hover">
      <button
        type="button"
        aria-current={isShown}
        onClick={onShow}
        className="ring-inside flex min-h-7 min-w-0 flex-1 items-center gap-2 px-1 text-left"
      >
        <span aria-hidden className="grid w-3 shrink-0 place-items-center text-accent">
          {isShown ? <Check size={12} strokeWidth={2.5} /> : null}
        </span>
        <span className="min-w-0 flex-1 break-words">{view.name}</span>
      </button>
      <IconButton label={`Remove the view ${view.name}`} icon={X} onPress={onRemove} />
    </li>
  );
}

function NewView({
  disabledReason,
  onSave,
}: {
  disabledReason: string | null;
  onSave: (name: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const name = typed.trim().slice(0, longestName);
  const reason = disabledReason ?? (name === '' ? 'Give it a name first.' : null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason === null) onSave(name);
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2 border-line border-t pt-3">
      <TextField
        label="Save what is shown as"
        value={typed}
        onChange={setTyped}
        placeholder="Big carts"
        className="flex-1"
      />
      <Button type="submit" tone="primary" disabledReason={reason}>
        Save
      </Button>
    </form>
  );
}
