// Whether what stands typed in a field is what the screen shows yet: its search, 统计日期, a report's title. Such fields say so here as
// long as they are shown; what goes out of the screen waits for them (sheet/useSheet.tsx).
import { useEffect, useId, useSyncExternalStore } from 'react';

/** 'typing': the screen follows in a moment, or once the field is left. 'wrong': it can't follow before the text is mended. */
type State = 'typing' | 'wrong';
export type Unsettled = { field: string; state: State };

const fields = new Map<string, Unsettled>();
const watching = new Set<() => void>();
const tell = (): void => {
  for (const told of watching) told();
};
const watch = (told: () => void): (() => void) => {
  watching.add(told);
  return () => void watching.delete(told);
};
const worst = (): Unsettled | null => {
  const states = [...fields.values()];
  return states.find(({ state }) => state === 'wrong') ?? states[0] ?? null;
};

/** Said by a field of that title; null: the screen shows what it holds. */
export function useSaysUnsettled(field: string, state: State | null): void {
  const id = useId();
  useEffect(() => {
    if (state === null) return undefined;
    fields.set(id, { field, state });
    tell();
    return () => {
      fields.delete(id);
      tell();
    };
  }, [id, field, state]);
}

/** Of all fields that are shown; null: the screen shows what they hold. */
export const useUnsettled = (): Unsettled | null => useSyncExternalStore(watch, worst);

/** Whoever orders something has done typing: the field is left, so that what was typed is taken over. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};
