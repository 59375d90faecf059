import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readFilter } from '../features/events/filter';
import { Layout } from './Layout';
import { ScreenFault } from './ScreenFault';

const root = createRootRoute({ component: Layout });

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/start' });
  },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('../features/start/Screen'), 'StartScreen'),
});

const stage = createRoute({
  getParentRoute: () => root,
  path: '/stage/{-$sessionId}',
  component: lazyRouteComponent(() => import('../features/stage/Screen'), 'StageScreen'),
});

const events = createRoute({
  getParentRoute: () => root,
  path: '/events/{-$seq}',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../features/events/Screen'), 'EventsScreen'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules/{-$campaignId}',
  component: lazyRouteComponent(() => import('../features/rules/Screen'), 'RulesScreen'),
});

const dictionary = createRoute({
  getParentRoute: () => root,
  path: '/dictionary',
  component: lazyRouteComponent(() => import('../features/dictionary/Screen'), 'DictionaryScreen'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/Screen'), 'ReportsScreen'),
});

const requests = createRoute({
  getParentRoute: () => root,
  path: '/requests',
  component: lazyRouteComponent(() => import('../features/server/Screen'), 'RequestsScreen'),
});

/** The addresses of the window. They live behind the `#`, so a reload stays where it was. */
export const router = createRouter({
  routeTree: root.addChildren([index, start, stage, events, rules, dictionary, reports, requests]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFault,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
