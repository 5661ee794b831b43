// The foot of a rail that shows one thing: its acts as buttons, by their shortcuts, and in the command box.
import { type Act, offeredOf, offersOn } from './act.ts';
import { ActBar } from './ActBar.tsx';
import { useOffered } from './offered.ts';
import { useShortcut } from './useShortcut.ts';

function Shortcut({ combination, run }: { combination: string; run: () => void }) {
  useShortcut(combination, run);
  return null;
}

/** @param props.about whom or what the acts are about, for the command box: 王秀英 */
export function RailActs<Row>({ acts, row, about }: { acts: readonly Act<Row>[]; row: Row; about: string }) {
  const offers = offersOn(acts, row);
  useOffered(offeredOf(offers, about));
  return (
    <>
      <ActBar offers={offers} />
      {offers.map(({ shortcut, run }) => (shortcut ? <Shortcut key={shortcut} combination={shortcut} run={run} /> : null))}
    </>
  );
}
