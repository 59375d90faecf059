import {
  ArrowLeftRight,
  BookOpen,
  FileSpreadsheet,
  type LucideIcon,
  ScrollText,
  ShoppingCart,
  Workflow,
} from 'lucide-react';

export type ScreenPath =
  | '/stage/{-$sessionId}'
  | '/events/{-$seq}'
  | '/rules/{-$campaignId}'
  | '/dictionary'
  | '/reports'
  | '/requests';

export type Screen = {
  /** As the router names it. */
  path: ScreenPath;
  /** What its addresses begin with. */
  root: string;
  title: string;
  icon: LucideIcon;
  /** With `Ctrl` it opens the screen. */
  digit: number;
};

/** The screens of the rail in order. A digit stays with its screen, whichever others there are. */
export const screens: readonly Screen[] = [
  { path: '/stage/{-$sessionId}', root: '/stage', title: 'Stage', icon: ShoppingCart, digit: 1 },
  { path: '/events/{-$seq}', root: '/events', title: 'Events', icon: ScrollText, digit: 2 },
  { path: '/rules/{-$campaignId}', root: '/rules', title: 'Rules', icon: Workflow, digit: 3 },
  { path: '/dictionary', root: '/dictionary', title: 'Dictionary', icon: BookOpen, digit: 4 },
  { path: '/requests', root: '/requests', title: 'Requests', icon: ArrowLeftRight, digit: 5 },
  { path: '/reports', root: '/reports', title: 'Reports', icon: FileSpreadsheet, digit: 6 },
];
