// What can be done with the selected rows at once: the acts that take several. Rows on which an act is not offered are left out;
// where none is left, the person is told why.
import { told } from '../../api.ts';
import { type Act, canBeDone, type Offer, whyNot } from '../act.ts';
import type { List } from './useList.ts';
import { message } from '../messages.ts';

export function useSelectionActs<Row extends { id: number }>(acts: readonly Act<Row>[], list: List<Row>): Offer[] {
  const begin = async (act: Act<Row>, run: (rows: readonly Row[]) => void | Promise<void>) => {
    const rows = await list.ticked();
    const able = rows.filter((row) => canBeDone(act, row));
    const [first] = rows;
    if (able.length > 0) await run(able);
    else if (first) message.info(whyNot(act, first));
  };
  if (list.selected.size === 0) return [];
  return acts.flatMap((act) => {
    const { name, also, danger, many } = act;
    if (!many) return [];
    const run = () => void begin(act, many.run).catch((error: unknown) => message.error(told(error), 6));
    return [{ name, words: many.words, also, danger, run }];
  });
}
