import type { RecentView, SettingsView, WorkspaceView } from '../../src/api/types';
import type { Answer, World } from '../fake-host';

const settings: SettingsView = {
  emitClosedOnCreate: false,
  bindToOpenSession: true,
  cascadingDiscounts: false,
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
};

const shop: WorkspaceView = {
  name: 'Sample shop',
  path: '/home/you/Tillroll/Sample shop.tillroll',
  size: 1_482_752,
  events: 240,
  settings,
};

const recents: RecentView[] = [
  { name: 'Sample shop', path: shop.path, opened: '2026-03-04T11:20:00Z', size: shop.size },
  {
    name: 'Spring sale',
    path: '/home/you/Documents/spring-sale.tillroll',
    opened: '2026-03-02T08:05:00Z',
    size: 331_776,
  },
  { name: 'Old tests', path: '/media/usb/old-tests.tillroll', opened: '2025-11-20T16:40:00Z', size: null },
];

export function workspaceAnswers(world: World): Record<string, Answer> {
  let current: WorkspaceView | null =
    world === 'none' ? null : { ...shop, events: world === 'empty' ? 0 : shop.events };
  const open = () => {
    current = { ...shop };
    return current;
  };
  return {
    current_workspace: () => current,
    recent_workspaces: () => (world === 'empty' ? [] : recents),
    open_sample_shop: open,
    new_workspace: open,
    open_workspace: ({ path }) => {
      if (String(path).includes('spring-sale')) {
        throw {
          code: 'file',
          message:
            'This workspace was written by a newer Tillroll (format 9, this one knows up to 1). Update Tillroll to open it.',
          problems: [],
        };
      }
      return open();
    },
    save_workspace_copy: () => '/home/you/Tillroll/Copy.tillroll',
    close_workspace: () => {
      current = null;
      return null;
    },
    rename_workspace: ({ name }) => {
      current = { ...shop, name: String(name) };
      return current;
    },
    save_settings: (args) => {
      current = { ...shop, settings: args.settings as SettingsView };
      return current;
    },
    reveal_workspace: () => null,
  };
}
