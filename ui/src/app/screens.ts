import { BookOpen, FileSpreadsheet, type LucideIcon, ScrollText, ShoppingCart, Workflow } from 'lucide-react';

export type ScreenPath =
  | '/stage/{-$sessionId}'
  | '/events/{-$seq}'
  | '/rules/{-$campaignId}'
  | '/dictionary'
  | '/reports';

export type Screen = {
  /** As the router names it. */
  path: ScreenPath;
  /** What its addresses begin with. */
  root: string;
  title: string;
  icon: LucideIcon;
};

/** The screens of the rail in order; `Ctrl 1` opens the first. */
export const screens: readonly Screen[] = [
  { path: '/stage/{-$sessionId}', root: '/stage', title: 'Stage', icon: ShoppingCart },
  { path: '/events/{-$seq}', root: '/events', title: 'Events', icon: ScrollText },
  { path: '/rules/{-$campaignId}', root: '/rules', title: 'Rules', icon: Workflow },
  { path: '/dictionary', root: '/dictionary', title: 'Dictionary', icon: BookOpen },
  { path: '/reports', root: '/reports', title: 'Reports', icon: FileSpreadsheet },
];
