// The one client of the program's handler, typed by its router. Everything goes by POST, because questions carry personal
// numbers and an address ends up in logs.
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../main/app.ts';
import { askProgram } from './shown.ts';

/** When what came with the page is noted (firstAnswers.ts). */
export const arrival = Date.now();
/** So long is it taken for fresh: until the first screen stands. Milliseconds. */
const freshness = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The program is on this computer, whatever the browser thinks of the network.
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: ({ state }) => (state.dataUpdatedAt === arrival ? freshness : 0),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Plain calls, for acts outside a component. */
export const client = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/trpc',
      methodOverride: 'POST',
      // The program takes a hundred calls in one request, and 2 MB.
      maxItems: 50,
      fetch: (address, options) => askProgram(address, options as RequestInit),
    }),
  ],
});

/** Query and mutation options for hooks: useQuery(api.roster.workers.queryOptions(…)). */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** Every list and figure is asked again: after an act, anything may have changed. */
export const refreshEverything = (): Promise<void> => queryClient.invalidateQueries();

/** What an error says to the person. */
export const told = (
  error: unknown,
  otherwise = '程序没有回应，这一步没有完成。请再试一次；仍不行请关闭窗口重新打开。',
): string =>
  // Our own words are Chinese; a library's or the network's are not for the person.
  error instanceof Error && /\p{Script=Han}/u.test(error.message) ? error.message : otherwise;
