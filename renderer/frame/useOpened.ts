// 最近打开: what the person had on the screen last, however they came there. Kept in the office file as ids and addresses; names are
// asked for when they are shown, so that what was renamed is called as it is now and what is gone isn't there.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { addressOf, partAt, screenAt } from '../../shared/screens.ts';
import { mostOpened, type Opened, openedOf } from '../../shared/opened.ts';
import type { OpenedName } from '../../shared/search.ts';
import { api } from '../api.ts';
import { usePreference } from '../ui/usePreference.ts';
import { type Hit, pages } from './everythingFound.ts';
import { rowHit } from './useLedgerHits.ts';

/** Not what somebody only walks past. Milliseconds. */
const pause = 1000;

const keyOf = (one: Opened): string => ('page' in one ? one.page : `${one.kind}-${one.id}`);

function openedAt(path: string, search: Readonly<Record<string, unknown>>): Opened | null {
  const screen = screenAt(path);
  if (!screen) return null;
  const part = partAt(screen, search);
  const kind = part?.rowless ? undefined : screen.opens;
  if (kind !== undefined && typeof search.open === 'number') return { kind, id: search.open };
  return { page: part === screen.parts?.[0] ? screen.address : addressOf(screen, part) };
}

function hitOf(one: Opened, names: readonly OpenedName[]): Hit | null | undefined {
  if ('page' in one) return pages.find(({ key }) => key === one.page);
  const named = names.find(({ kind, row }) => kind === one.kind && row.id === one.id);
  return named && rowHit(named.kind, named.row);
}

/** Notes what is opened. @param shown whether the hits are wanted now @returns the latest first, without what is on the screen; null until they are known */
export function useOpened(shown: boolean): readonly Hit[] | null {
  const { pathname, search } = useLocation();
  const [kept, keep] = usePreference('opened');
  const opened = openedOf(kept);
  const here = openedAt(pathname, search);
  const place = here && keyOf(here);
  const others = opened.filter((one) => keyOf(one) !== place);
  const note = useEffectEvent(() => {
    const [latest] = opened;
    if (here && !(latest && keyOf(latest) === place)) keep([here, ...others].slice(0, mostOpened));
  });
  const known = kept !== undefined;
  useEffect(() => {
    if (!known || place === null) return undefined;
    const timer = window.setTimeout(note, pause);
    return () => window.clearTimeout(timer);
  }, [known, place]);
  const rows = others.flatMap((one) => ('page' in one ? [] : one));
  const { data, isError } = useQuery({
    ...api.search.opened.queryOptions(rows),
    enabled: shown && rows.length > 0,
    placeholderData: keepPreviousData,
  });
  if (!known || (rows.length > 0 && data === undefined && !isError)) return null;
  return others.flatMap((one) => hitOf(one, data ?? []) ?? []);
}
