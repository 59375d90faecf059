import { useQuery } from '@tanstack/react-query';
import { FilePlus2, FolderOpen, ReceiptText, Store } from 'lucide-react';
import { workspaceQuery } from '../../api/queries';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { ErrorNote } from '../../kit/ErrorNote';
import { Kbd } from '../../kit/Kbd';
import { OpenNow } from './OpenNow';
import { RecentTable } from './RecentTable';
import { type Opening, useOpening } from './useOpening';

/** Where a workspace is chosen: the sample shop, a new one, a file, or one opened before. */
export function StartScreen() {
  const workspace = useQuery(workspaceQuery).data;
  const opening = useOpening();
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface">
      <div className="mx-auto flex max-w-[880px] flex-col gap-6 px-6 pt-[8vh] pb-8">
        <Welcome />
        {workspace ? <OpenNow workspace={workspace} /> : null}
        <Ways opening={opening} />
        {opening.fault ? (
          <ErrorNote
            message={opening.fault.message}
            field={opening.fault.path}
            next={opening.fault.next}
            action={
              <Button size="small" onPress={() => opening.open(null)}>
                Open another file…
              </Button>
            }
          />
        ) : null}
        <RecentTable opening={opening} openPath={workspace?.path ?? null} />
      </div>
    </div>
  );
}

function Welcome() {
  return (
    <header className="flex items-start gap-3">
      <ReceiptText aria-hidden size={28} strokeWidth={1.5} className="mt-0.5 shrink-0 text-accent" />
      <div>
        <h2 className="m-0 text-xl font-semibold">Tillroll</h2>
        <p className="m-0 max-w-[68ch] text-lg text-ink-2">
          Rehearse a promotion before a customer meets it: define events, write rules, walk carts through
          their whole life, and read why every discount was given or not.
        </p>
      </div>
    </header>
  );
}

function Ways({ opening }: { opening: Opening }) {
  useCommands([
    {
      id: 'start.sample',
      title: 'Open the sample shop',
      group: 'Start',
      keys: 's',
      run: opening.openSample,
    },
    { id: 'start.new', title: 'New workspace', group: 'Start', keys: 'n', run: opening.makeNew },
    { id: 'start.open', title: 'Open a workspace', group: 'Start', keys: 'o', run: () => opening.open(null) },
  ]);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          icon={Store}
          label="Open sample shop"
          isPending={opening.now === 'sample'}
          onPress={opening.openSample}
        >
          Open sample shop <Keys keys="S" />
        </Button>
        <Button
          icon={FilePlus2}
          label="New workspace"
          isPending={opening.now === 'new'}
          onPress={opening.makeNew}
        >
          New workspace <Keys keys="N" />
        </Button>
        <Button
          icon={FolderOpen}
          label="Open…"
          isPending={opening.now === 'file'}
          onPress={() => opening.open(null)}
        >
          Open… <Keys keys="O" />
        </Button>
      </div>
      <p className="m-0 text-sm text-ink-3" role="status">
        {opening.now === 'sample'
          ? 'Preparing the sample shop: goods, customers, campaigns and a short history…'
          : 'The sample shop comes with goods, customers, campaigns and a short history. A workspace is one file on this machine; nothing leaves it. Drop one on the window to open it.'}
      </p>
    </div>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <span aria-hidden>
      <Kbd keys={keys} />
    </span>
  );
}
