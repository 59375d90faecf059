import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { workspaceQuery } from '../api/queries';
import { type Command, useCommands } from '../kit/CommandRegistry';
import { useDrawer } from '../kit/Drawer';
import { focusNextPane } from './focusNextPane';
import { screens } from './screens';
import { useCommandKeys } from './useCommandKeys';

/** Offers what belongs to the whole window, and makes the keys of every command work. */
export function useWindowCommands(on: { onPalette: () => void; onShortcuts: () => void }): void {
  const navigate = useNavigate();
  const drawer = useDrawer();
  const isOpen = Boolean(useQuery(workspaceQuery).data);
  const toScreens: Command[] = screens.map((screen) => ({
    id: `screen.${screen.path}`,
    title: `Go to ${screen.title}`,
    group: 'Window',
    keys: `$mod+${screen.digit}`,
    keysText: `Ctrl ${screen.digit}`,
    disabledReason: isOpen ? null : 'Open a workspace first.',
    run: () => void navigate({ to: screen.path }),
  }));
  const window: Command[] = [
    {
      id: 'window.palette',
      title: 'Find a command',
      group: 'Window',
      keys: '$mod+k',
      keysText: 'Ctrl K',
      run: on.onPalette,
    },
    {
      id: 'window.drawer',
      title: drawer.isOpen ? 'Close the drawer' : 'Open the drawer',
      group: 'Window',
      keys: '`',
      run: () => drawer.setOpen(!drawer.isOpen),
    },
    { id: 'window.pane', title: 'Next pane', group: 'Window', keys: 'F6', run: () => focusNextPane(1) },
    {
      id: 'window.paneBack',
      title: 'Previous pane',
      group: 'Window',
      keys: 'Shift+F6',
      keysText: 'Shift F6',
      run: () => focusNextPane(-1),
    },
    { id: 'window.shortcuts', title: 'Keyboard shortcuts', group: 'Window', keys: '?', run: on.onShortcuts },
    {
      id: 'window.workspaces',
      title: 'Open another workspace',
      group: 'Window',
      run: () => void navigate({ to: '/start' }),
    },
  ];
  useCommands([...toScreens, ...window]);
  useCommandKeys();
}
