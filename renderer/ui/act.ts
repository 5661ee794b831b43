// An act on a row, described once: the row menu, the foot of the rail and of the selection, the keyboard and the command box all
// take it from here, so that it has everywhere the same words, is offered under the same conditions and does the same.
import type { Right } from '../../shared/rights.ts';
import type { OfferedAct } from './offered.ts';
import type { Combination } from './useShortcut.ts';

export type Act<Row> = {
  name: string;
  /** Verb and object, for one row: 记录变动. */
  words: string | ((row: Row) => string);
  /** What else the command box finds it by: pinyin initials and other words, with blanks between. */
  also?: string;
  /** False: not offered on this row. Words: why it can't be done now; it is shown, and says so. */
  when?: (row: Row) => boolean | string;
  /** What whoever does it must be allowed to. */
  right?: Right;
  /** Where the row has the cursor or is open. */
  shortcut?: Combination;
  /** Takes something away. */
  danger?: boolean;
  /** Left out where it makes sense only on several rows. */
  run?: (row: Row) => void;
  /** The same on several selected rows at once; only those on which it can be done are handed in. */
  many?: { words: string; run: (rows: readonly Row[]) => void | Promise<void> };
};

/** An act as it stands before the person: a button, a line of a menu. */
export type Offer = {
  name: string;
  words: string;
  /** Where there is little room: 导出. */
  short?: string;
  also?: string | undefined;
  shortcut?: Combination | undefined;
  danger?: boolean | undefined;
  /** Why it can't be done now. */
  hindrance?: string | undefined;
  run: () => void;
};

const answerOf = <Row>(act: Act<Row>, row: Row): boolean | string => act.when?.(row) ?? true;

export const canBeDone = <Row>(act: Act<Row>, row: Row): boolean => answerOf(act, row) === true;

export function whyNot<Row>(act: Act<Row>, row: Row): string {
  const answer = answerOf(act, row);
  return typeof answer === 'string' ? answer : '所选的都不能这样做';
}

/** What is offered on the row, in the order of the acts. */
export const offersOn = <Row>(acts: readonly Act<Row>[], row: Row): Offer[] =>
  acts.flatMap((act) => {
    const { name, words, also, shortcut, danger, run } = act;
    const answer = answerOf(act, row);
    if (answer === false || !run) return [];
    const hindrance = answer === true ? undefined : answer;
    return [
      {
        name,
        words: typeof words === 'string' ? words : words(row),
        also,
        shortcut,
        danger,
        hindrance,
        run: () => {
          if (hindrance === undefined) run(row);
        },
      },
    ];
  });

/** What the tooltip of an offer says. */
export const hintOf = ({ shortcut, hindrance }: Offer): string | undefined => hindrance ?? shortcut;

/** As the command box takes them: only what can be done now. */
export const offeredOf = (offers: readonly Offer[], about: string): OfferedAct[] =>
  offers
    .filter(({ hindrance }) => hindrance === undefined)
    .map(({ words, also = '', shortcut, run }) => ({
      name: words,
      words: also,
      about,
      run,
      ...(shortcut === undefined ? {} : { shortcut }),
    }));
