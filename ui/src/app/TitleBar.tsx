import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Keyboard, Monitor, Moon, PanelBottom, ReceiptText, Search, Sun } from 'lucide-react';
import { workspaceQuery } from '../api/queries';
import { ClockBadge } from '../features/clock/ClockBadge';
import { ServerChip } from '../features/server/ServerChip';
import { WorkspaceMenu } from '../features/start/WorkspaceMenu';
import { useDrawer } from '../kit/Drawer';
import { IconButton } from '../kit/IconButton';
import { Kbd } from '../kit/Kbd';
import { Menu } from '../kit/Menu';
import { useZone } from '../kit/ZoneContext';
import { type Theme, useTheme } from './theme';

export type TitleBarProps = { onPalette: () => void; onShortcuts: () => void };

/** The strip on top: which workspace, which zone, and what belongs to the whole window. */
export function TitleBar({ onPalette, onShortcuts }: TitleBarProps) {
  const drawer = useDrawer();
  return (
    <header className="col-span-2 flex items-center gap-3 border-line border-b bg-canvas pr-2 pl-3">
      <WorkspaceName />
      <span className="flex-1" />
      <button
        type="button"
        onClick={onPalette}
        className="flex h-7 w-64 items-center gap-2 rounded-md border border-line bg-surface px-2 text-ink-3 hover:border-line-strong hover:text-ink-2"
      >
        <Search aria-hidden size={13} />
        <span className="flex-1 text-left">Find a command…</span>
        <Kbd keys="Ctrl K" />
      </button>
      <span className="flex-1" />
      <ServerChip />
      <ClockBadge />
      <ZoneBadge />
      <span className="flex items-center">
        <IconButton
          label="Drawer"
          icon={PanelBottom}
          keys="`"
          isPressed={drawer.isOpen}
          onPress={() => drawer.setOpen(!drawer.isOpen)}
        />
        <IconButton label="Keyboard shortcuts" icon={Keyboard} keys="?" onPress={onShortcuts} />
        <ThemeMenu />
      </span>
    </header>
  );
}

function WorkspaceName() {
  const workspace = useQuery(workspaceQuery).data;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Link
        to="/start"
        title={workspace ? workspace.path : 'No workspace is open'}
        className="flex h-7 shrink-0 items-center gap-2 rounded-md px-1.5 text-ink no-underline hover:bg-hover"
      >
        <ReceiptText aria-hidden size={16} className="shrink-0 text-accent" />
        <span className="font-semibold">Tillroll</span>
      </Link>
      {workspace ? (
        <>
          <span aria-hidden className="text-line-strong">
            /
          </span>
          <WorkspaceMenu workspace={workspace} />
        </>
      ) : null}
    </div>
  );
}

function ZoneBadge() {
  const zone = useZone();
  return (
    <span
      className="text-sm text-ink-3"
      title="Every time in this window is in this zone; hover a time for UTC."
    >
      {zone.replaceAll('_', ' ')}
    </span>
  );
}

const themeFaces = { system: Monitor, light: Sun, dark: Moon };
const themeNames: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const themeOrder: readonly Theme[] = ['system', 'light', 'dark'];

function ThemeMenu() {
  const { theme, chooseTheme } = useTheme();
  return (
    <Menu
      label="Theme"
      trigger={<IconButton label={`Theme: ${themeNames[theme]}`} icon={themeFaces[theme]} />}
      entries={themeOrder.map((choice) => ({
        kind: 'action',
        id: choice,
        label: themeNames[choice],
        icon: themeFaces[choice],
        keys: choice === theme ? 'now' : undefined,
        onPress: () => chooseTheme(choice),
      }))}
    />
  );
}
