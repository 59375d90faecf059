import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  ChevronDown,
  CopyPlus,
  FolderSearch,
  LogOut,
  PencilLine,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { client } from '../../api/client';
import { refusalOf } from '../../api/refusal';
import type { WorkspaceView } from '../../api/types';
import { enterWorkspace } from '../../api/workspace';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { Menu, type MenuEntry } from '../../kit/Menu';
import { showToast } from '../../kit/Toasts';
import { CrowdDialog } from './CrowdDialog';
import { RenameDialog } from './RenameDialog';
import { SettingsDialog } from './SettingsDialog';

/** What can be done with the workspace that is open; also offered in the palette. */
export function WorkspaceMenu({ workspace }: { workspace: WorkspaceView }) {
  const [shown, setShown] = useState<'rename' | 'settings' | 'crowd' | null>(null);
  const entries = useEntries(setShown);
  useCommands(
    entries.flatMap((entry) =>
      entry.kind === 'action'
        ? [{ id: `workspace.${entry.id}`, title: entry.title, group: 'Workspace', run: entry.onPress }]
        : [],
    ),
  );
  const close = () => setShown(null);
  return (
    <>
      <Menu
        label="Workspace"
        trigger={
          <Button tone="quiet" className="min-w-0 shrink px-1.5" label={`Workspace ${workspace.name}`}>
            <span className="max-w-72 truncate">{workspace.name}</span>
            <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-3" />
          </Button>
        }
        entries={entries}
      />
      {shown === 'rename' ? <RenameDialog workspace={workspace} onClose={close} /> : null}
      {shown === 'crowd' ? <CrowdDialog onClose={close} /> : null}
      {shown === 'settings' ? <SettingsDialog workspace={workspace} onClose={close} /> : null}
    </>
  );
}

/** A menu entry that the palette knows under a longer name. */
type TitledEntry =
  | (Extract<MenuEntry, { kind: 'action' }> & { title: string })
  | Extract<MenuEntry, { kind: 'separator' }>;

function useEntries(show: (dialog: 'rename' | 'settings' | 'crowd') => void): TitledEntry[] {
  const leave = useLeaving();
  return [
    {
      kind: 'action',
      id: 'rename',
      label: 'Rename…',
      title: 'Rename the workspace',
      icon: PencilLine,
      onPress: () => show('rename'),
    },
    {
      kind: 'action',
      id: 'copy',
      label: 'Save a copy…',
      title: 'Save a copy of the workspace',
      icon: CopyPlus,
      onPress: () => void saveCopy(),
    },
    {
      kind: 'action',
      id: 'reveal',
      label: 'Show the file',
      title: 'Show the workspace file in its folder',
      icon: FolderSearch,
      onPress: () => void client.revealWorkspace().catch(sayRefused('The file could not be shown')),
    },
    {
      kind: 'action',
      id: 'settings',
      label: 'Settings…',
      title: 'Workspace settings',
      icon: SlidersHorizontal,
      onPress: () => show('settings'),
    },
    {
      kind: 'action',
      id: 'crowd',
      label: 'Made-up customers…',
      title: 'Let made-up customers in',
      icon: Users,
      onPress: () => show('crowd'),
    },
    { kind: 'separator', id: 'before-close' },
    {
      kind: 'action',
      id: 'close',
      label: 'Close the workspace',
      title: 'Close the workspace',
      icon: LogOut,
      onPress: () => void leave(),
    },
  ];
}

function useLeaving(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await client.closeWorkspace();
    } catch (reason) {
      sayRefused('The workspace could not be closed')(reason);
      return;
    }
    await navigate({ to: '/start' });
    enterWorkspace(queries, null);
  };
}

async function saveCopy(): Promise<void> {
  try {
    const path = await client.saveWorkspaceCopy();
    if (path !== null) showToast({ title: 'Copy saved', detail: path, tone: 'good' });
  } catch (reason) {
    sayRefused('The copy could not be saved')(reason);
  }
}

function sayRefused(title: string): (reason: unknown) => void {
  return (reason) => showToast({ title, detail: refusalOf(reason).message, tone: 'bad' });
}
