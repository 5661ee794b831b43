// What can be done right now, for the command box (Ctrl+K). A screen says it for as long as it is shown:
//   useOffered(row ? [{ name: '记录变动', words: 'jlbd 调整 辞退', about: row.name, run: () => rail.begin(row.id, 'action') }] : []);
// What can't be done just now is left out. What the screen shown last offers stands first.
import { useEffect, useId, useSyncExternalStore } from 'react';

export type OfferedAct = {
  /** As its button says it. */
  name: string;
  /** Pinyin initials of the name, and other words people look for, with blanks between. */
  words: string;
  /** Whom or what it concerns, such as the row that is open or selected; left out for the screen as a whole. */
  about?: string;
  /** The keys that do the same: `Ctrl+Z`, `F2`. */
  shortcut?: string;
  run: () => void;
};

const sources = new Map<string, readonly OfferedAct[]>();
let offered: readonly OfferedAct[] = [];
const watching = new Set<() => void>();

function tell(): void {
  offered = [...sources.values()].toReversed().flat();
  for (const told of watching) told();
}

/** Offers these acts, as they are at each rendering, until the component goes. */
export function useOffered(acts: readonly OfferedAct[]): void {
  const source = useId();
  useEffect(() => {
    sources.set(source, acts);
    tell();
  });
  useEffect(
    () => () => {
      sources.delete(source);
      tell();
    },
    [source],
  );
}

const watch = (told: () => void): (() => void) => {
  watching.add(told);
  return () => void watching.delete(told);
};
const dontWatch = () => () => undefined;

/** Every act that is offered; follows changes while `watched`. Not for a component that offers acts itself. */
export const useEveryOffered = (watched: boolean): readonly OfferedAct[] =>
  useSyncExternalStore(watched ? watch : dontWatch, () => offered);
