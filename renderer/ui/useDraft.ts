// What was typed into a form and not saved: kept in the office file a moment after each key, offered again when the form is next
// opened, dropped when it is saved or given up, as RailForm and rooms/settings/SettingsForm say; main/ground/people/preferences.ts bounds how many are kept.
import { useCallback, useEffect, useRef } from 'react';
import { told } from '../api.ts';
import { message } from './messages.ts';
import { remember, settlePreferences, usePreference } from './usePreference.ts';

const pause = 400;

/** Told to whoever leaves a changed form. @param except what was typed and isn't kept */
export const keptWords = (except: string | null): string =>
  `没有保存的内容已保留${except === null ? '' : `（${except}除外）`}，下次打开可以接着填`;

/** Of every form that is open. */
const writers = new Set<() => void>();

/** Until everything typed so far is kept. */
export function settleDrafts(): Promise<unknown> {
  for (const write of writers) write();
  return settlePreferences();
}

export type Draft = {
  /** Null: none; undefined: not read yet. */
  kept: object | null | undefined;
  keep: (values: object) => void;
  drop: () => void;
};

export function useDraft(name: string): Draft {
  const key = `draft:${name}`;
  const [value] = usePreference(key);
  const waiting = useRef<{ timer: number; values: object } | null>(null);
  const write = useCallback(() => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    remember(key, waiting.current.values).catch((error: unknown) => message.error(`没有保存的内容没能保留。${told(error)}`, 8));
    waiting.current = null;
  }, [key]);
  useEffect(() => {
    writers.add(write);
    return () => {
      writers.delete(write);
      write();
    };
  }, [write]);
  const keep = useCallback(
    (values: object) => {
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      waiting.current = { timer: window.setTimeout(write, pause), values };
    },
    [write],
  );
  const drop = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    void remember(key, null).catch(() => undefined);
  }, [key]);
  return { kept: value === undefined ? undefined : typeof value === 'object' ? value : null, keep, drop };
}
