// The map of the screens: one address each. A screen's code is fetched when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  type GridsSearch,
  gridsSearch,
  type PlacesSearch,
  placesSearch,
  type WorkersSearch,
  workersSearch,
} from './rooms/roster/links.ts';
import { type ReportsSearch, reportsSearch } from './rooms/reports/links.ts';
import { type SignboardsSearch, signboardsSearch } from './rooms/signboards/links.ts';
import { type SettingsSearch, settingsSearch } from './rooms/settings/tabs.ts';
import { NoSuchScreen, ScreenFailed } from './frame/Fallback.tsx';
import { Shell } from './frame/Shell.tsx';

const root = createRootRoute();
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Shell });

const today = createRoute({
  getParentRoute: () => framed,
  path: '/',
  component: lazyRouteComponent(() => import('./rooms/today/Today.tsx'), 'Today'),
});
const workers = createRoute({
  getParentRoute: () => framed,
  path: '/workers',
  validateSearch: (search): WorkersSearch => workersSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/roster/workers/Workers.tsx'), 'Workers'),
});
const places = createRoute({
  getParentRoute: () => framed,
  path: '/places',
  validateSearch: (search): PlacesSearch => placesSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/roster/places/Places.tsx'), 'Places'),
});
const grids = createRoute({
  getParentRoute: () => framed,
  path: '/grids',
  validateSearch: (search): GridsSearch => gridsSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/roster/grids/Grids.tsx'), 'Grids'),
});
const imports = createRoute({
  getParentRoute: () => framed,
  path: '/imports',
  component: lazyRouteComponent(() => import('./rooms/imports/Imports.tsx'), 'Imports'),
});
const photos = createRoute({
  getParentRoute: () => framed,
  path: '/photos',
  component: lazyRouteComponent(() => import('./rooms/photos/Photos.tsx'), 'Photos'),
});
const signboards = createRoute({
  getParentRoute: () => framed,
  path: '/signboards',
  validateSearch: (search): SignboardsSearch => signboardsSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/signboards/Signboards.tsx'), 'Signboards'),
});
const reports = createRoute({
  getParentRoute: () => framed,
  path: '/reports',
  validateSearch: (search): ReportsSearch => reportsSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/reports/Reports.tsx'), 'Reports'),
});
const settings = createRoute({
  getParentRoute: () => framed,
  path: '/settings',
  validateSearch: (search): SettingsSearch => settingsSearch.parse(search),
  component: lazyRouteComponent(() => import('./rooms/settings/Settings.tsx'), 'Settings'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren([today, workers, places, grids, imports, photos, signboards, reports, settings]),
  ]),
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: NoSuchScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
