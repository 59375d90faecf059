import { Outlet, useLocation } from '@tanstack/react-router';
import { PanelBottom } from 'lucide-react';
import { useState } from 'react';
import { ExplainDrawer } from '../features/explain/ExplainDrawer';
import { DroppedFiles } from '../features/start/DroppedFiles';
import { Drawer, useDrawer } from '../kit/Drawer';
import { EmptyState } from '../kit/EmptyState';
import { Panes } from '../kit/Panes';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { screens } from './screens';
import { TitleBar } from './TitleBar';
import { useWindowCommands } from './useWindowCommands';

/** The window: title bar above, rail at the left, the screen, and the drawer under it while it is open. */
export function Layout() {
  const [shown, setShown] = useState<'palette' | 'shortcuts' | null>(null);
  const { isOpen } = useDrawer();
  useWindowCommands({
    onPalette: () => setShown('palette'),
    onShortcuts: () => setShown('shortcuts'),
  });
  const close = () => setShown(null);
  const screen = {
    id: 'screen',
    label: 'Screen',
    content: (
      <div className="flex min-h-0 flex-1 flex-col">
        <Outlet />
      </div>
    ),
  };
  const drawer = {
    id: 'drawer',
    label: 'Drawer',
    size: 240,
    min: 96,
    max: 600,
    content: <Drawer empty={nothingThere} />,
  };
  return (
    <div className="grid h-full grid-cols-[88px_minmax(0,1fr)] grid-rows-[40px_minmax(0,1fr)] bg-canvas">
      <TitleBar onPalette={() => setShown('palette')} onShortcuts={() => setShown('shortcuts')} />
      <Rail />
      <main className="flex min-h-0 min-w-0">
        <h1 className="sr-only">{useScreenTitle()}</h1>
        <Panes id="window" direction="column" panes={isOpen ? [screen, drawer] : [screen]} />
      </main>
      <DroppedFiles />
      <ExplainDrawer />
      <Palette isOpen={shown === 'palette'} onClose={close} />
      <ShortcutSheet isOpen={shown === 'shortcuts'} onClose={close} />
    </div>
  );
}

/** The heading of the window for those who hear it. */
function useScreenTitle(): string {
  const path = useLocation({ select: (location) => location.pathname });
  return screens.find((screen) => path.startsWith(screen.root))?.title ?? 'Start';
}

const nothingThere = (
  <EmptyState
    icon={PanelBottom}
    title="Nothing to explain here"
    sentence="Choose an event, an effect or a rule, and its explanation appears in this drawer."
  />
);
