// The screens' components and what their addresses may ask for, one route for each entry of shared/screens.ts. A screen's code is
// fetched when it is first opened, with the theme they share; that of the home screen, which most sessions begin on, comes with the
// frame and needs no theme.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ScreenAddress } from '../shared/screens.ts';
import { NoSuchScreen, ScreenFailed } from './frame/Fallback.tsx';
import { Shell } from './frame/Shell.tsx';
import { type ReportsSearch, reportsSearch } from './rooms/reports/links.ts';
import {
  type GridsSearch,
  gridsSearch,
  type PlacesSearch,
  placesSearch,
  type WorkersSearch,
  workersSearch,
} from './rooms/roster/links.ts';
import { type SettingsSearch, settingsSearch } from './rooms/settings/tabs.ts';
import { type SignboardsSearch, signboardsSearch } from './rooms/signboards/links.ts';
import { Today } from './rooms/today/Today.tsx';
import { parseSearch, stringifySearch } from './searchInAddress.ts';

const root = createRootRoute();
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Shell });
const themed = createRoute({
  getParentRoute: () => framed,
  id: 'themed',
  component: lazyRouteComponent(() => import('./frame/ThemedScreen.tsx'), 'ThemedScreen'),
});
const at = <Address extends ScreenAddress>(path: Address) => ({ getParentRoute: () => themed, path });

/** A screen without a route, a route without a screen, and one under another's address don't compile. */
const routes = {
  '/': createRoute({ getParentRoute: () => framed, path: '/', component: Today }),
  '/workers': createRoute({
    ...at('/workers'),
    validateSearch: (search): WorkersSearch => workersSearch(search),
    component: lazyRouteComponent(() => import('./rooms/roster/workers/Workers.tsx'), 'Workers'),
  }),
  '/imports': createRoute({
    ...at('/imports'),
    component: lazyRouteComponent(() => import('./rooms/imports/Imports.tsx'), 'Imports'),
  }),
  '/photos': createRoute({
    ...at('/photos'),
    component: lazyRouteComponent(() => import('./rooms/photos/Photos.tsx'), 'Photos'),
  }),
  '/places': createRoute({
    ...at('/places'),
    validateSearch: (search): PlacesSearch => placesSearch(search),
    component: lazyRouteComponent(() => import('./rooms/roster/places/Places.tsx'), 'Places'),
  }),
  '/grids': createRoute({
    ...at('/grids'),
    validateSearch: (search): GridsSearch => gridsSearch(search),
    component: lazyRouteComponent(() => import('./rooms/roster/grids/Grids.tsx'), 'Grids'),
  }),
  '/signboards': createRoute({
    ...at('/signboards'),
    validateSearch: (search): SignboardsSearch => signboardsSearch(search),
    component: lazyRouteComponent(() => import('./rooms/signboards/Signboards.tsx'), 'Signboards'),
  }),
  '/reports': createRoute({
    ...at('/reports'),
    validateSearch: (search): ReportsSearch => reportsSearch(search),
    component: lazyRouteComponent(() => import('./rooms/reports/Reports.tsx'), 'Reports'),
  }),
  '/settings': createRoute({
    ...at('/settings'),
    validateSearch: (search): SettingsSearch => settingsSearch(search),
    component: lazyRouteComponent(() => import('./rooms/settings/Settings.tsx'), 'Settings'),
  }),
} satisfies Record<ScreenAddress, object>;
type RightlyPlaced = { [Address in ScreenAddress]: { types: { fullPath: Address } } };

const { '/': home, ...others } = routes satisfies RightlyPlaced;

export const router = createRouter({
  routeTree: root.addChildren([framed.addChildren([home, themed.addChildren(others)])]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: NoSuchScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
