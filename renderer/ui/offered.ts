// What the screen that is shown offers to the command box: its acts on what is open or selected, for as long as it offers them.
import { useEffect, useRef, useSyncExternalStore } from 'react';

export type OfferedAct = {
  name: string;
  words: string;
  /** On whom: 王秀英. */
  about?: string;
  shortcut?: string;
  run: () => void;
};

const offers: (readonly OfferedAct[])[] = [];
let every: readonly OfferedAct[] = [];
const watching = new Set<() => void>();

function publish(): void {
  every = offers.flat();
  for (const told of watching) told();
}

const watch = (told: () => void): (() => void) => {
  watching.add(told);
  return () => void watching.delete(told);
};

/** Offers the acts while the calling component is shown. Told anew only when their words change; what runs is always the latest. */
export function useOffered(acts: readonly OfferedAct[]): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const said = JSON.stringify(acts.map(({ run: _run, ...words }) => words));
  useEffect(() => {
    const words = JSON.parse(said) as Omit<OfferedAct, 'run'>[];
    const mine = words.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() }));
    offers.push(mine);
    publish();
    return () => {
      offers.splice(offers.indexOf(mine), 1);
      publish();
    };
  }, [said]);
}

/** Everything that is offered now. */
export const useOfferedActs = (): readonly OfferedAct[] => useSyncExternalStore(watch, () => every);
