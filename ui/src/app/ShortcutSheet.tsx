import { useCommandList } from '../kit/CommandRegistry';
import { Dialog } from '../kit/Dialog';
import { Kbd } from '../kit/Kbd';
import { commandGroups, keysTextOf } from './commandGroups';

const tableKeys = [
  { title: 'Next and previous row', keys: 'J K' },
  { title: 'First and last row', keys: 'Home End' },
  { title: 'Open the row', keys: 'Enter' },
];

/** Every key that does something now. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = commandGroups(useCommandList());
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose}>
      <div className="columns-2 gap-8">
        {groups.map((group) => (
          <ShortcutGroup
            key={group.title}
            title={group.title}
            rows={group.commands
              .filter((command) => command.keys)
              .map((command) => ({ title: command.title, keys: keysTextOf(command) }))}
          />
        ))}
        <ShortcutGroup title="In a table" rows={tableKeys} />
      </div>
    </Dialog>
  );
}

function ShortcutGroup({ title, rows }: { title: string; rows: { title: string; keys: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="eyebrow m-0 mb-1">{title}</h3>
      <dl className="m-0">
        {rows.map((row) => (
          <div key={row.title} className="flex h-7 items-center justify-between border-line border-b">
            <dt>{row.title}</dt>
            <dd className="m-0">
              <Kbd keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
