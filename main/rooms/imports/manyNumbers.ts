// Rows that give one person many ID numbers, whole or hidden. Which of them the roster holds is nobody's business before the file itself
// says one: a list of everything that a number may be would otherwise be told, row by row, which one it is. All of these rows are
// refused alike, and nothing about them is looked up.
import { rowsWords, type Labels } from '../../../shared/imports/rowNumber.ts';
import { fitsMasked } from '../../../shared/rules/maskedNumber.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { searchable } from '../../../shared/rules/text.ts';
import { type JudgedRow, refusal } from './judged.ts';
import { gridKey } from './planned.ts';

/** So many numbers of one region, birth month and ending are in no list of people: of ten thousand, hardly three share them. */
const mostAlike = 8;
/** At most so many rows are named. */
const mostNamed = 5;

/** What a list shows of a number, and the birth month beside it. */
const shownOf = (number: string): string => `${number.slice(0, 12)} ${number.slice(-2)}`;

/** How many numbers the rows give at least: a hidden one that is hidden of one of the whole ones is the same. */
function countNumbers(rows: readonly JudgedRow[]): number {
  const whole = new Set(rows.flatMap(({ values: { idNumber } }) => (idNumber === undefined ? [] : [idNumber])));
  const hidden = new Set(rows.flatMap(({ values: { maskedNumber } }) => (maskedNumber === undefined ? [] : [maskedNumber])));
  return whole.size + [...hidden].filter((masked) => ![...whole].some((number) => fitsMasked(masked, number))).length;
}

/** As though nothing were known of whom the row means. */
function forget(judged: JudgedRow): void {
  judged.workerId = null;
  judged.posting = null;
  judged.cellIssues = judged.cellIssues.filter(({ level }) => level === 'refuse');
  judged.otherIssues = judged.otherIssues.filter(({ question, field }) => question !== 'person' && field !== 'idNumber');
  const { community, compound, gridCode, gridName } = judged.values;
  if ([community, compound, gridCode, gridName].some((said) => said !== undefined)) return;
  // The grid was that of whom the number means, or missed.
  [judged.grid, judged.community, judged.branch] = [null, null, null];
  judged.otherIssues = judged.otherIssues.filter(({ field }) => field !== 'community');
}

/**
 * Before rows are held against each other.
 * @param labels what stands before a row's number (rowNumber.ts)
 */
export function refuseManyNumbers(rows: readonly JudgedRow[], labels: Labels): void {
  const numbered = rows.filter(({ values }) => values.idNumber !== undefined || values.maskedNumber !== undefined);
  const refused = new Map<JudgedRow, string>();
  const refuseGroups = (key: (judged: JudgedRow) => string | null, most: number, words: (count: number) => string): void => {
    for (const [group, own] of Map.groupBy(numbered, key)) {
      const count = group === null || own.length <= most ? 0 : countNumbers(own);
      if (count <= most) continue;
      const named = own.slice(0, mostNamed + 1);
      for (const judged of own) {
        const others = named.filter((other) => other !== judged).slice(0, mostNamed);
        const which = rowsWords(
          others.map(({ row }) => row),
          labels,
        );
        if (!refused.has(judged)) refused.set(judged, `${words(count)}（与${which}），请对照原件改正`);
      }
    }
  };
  const onePerson = (count: number): string => `同一个人写了 ${count} 个不同的身份证号`;
  const called = (values: JudgedRow['values']): string | null => (values.name === undefined ? null : searchable(values.name));
  refuseGroups(({ values, grid }) => grid && called(values) && `${called(values)} ${gridKey(grid)}`, 1, onePerson);
  refuseGroups(
    ({ values }) => (values.mobile === undefined ? null : called(values) && `${called(values)} ${values.mobile}`),
    1,
    onePerson,
  );
  refuseGroups(
    ({ values }) => (values.idNumber === undefined ? null : called(values) && `${called(values)} ${shownOf(values.idNumber)}`),
    1,
    onePerson,
  );
  refuseGroups(
    ({ values }) => (values.idNumber === undefined ? null : shownOf(values.idNumber)),
    mostAlike,
    (count) => `有 ${count} 个身份证号的区划、出生年月和末两位都相同`,
  );
  for (const [judged, reason] of refused) {
    forget(judged);
    const { idNumber, maskedNumber } = judged.values;
    judged.otherIssues.push(refusal('idNumber', idNumber === undefined ? (maskedNumber ?? '') : maskIdNumber(idNumber), reason));
  }
}

/** Who somebody is isn't asked while their number is refused. */
export function askNumbersFirst(rows: readonly JudgedRow[]): void {
  for (const judged of rows)
    if ([...judged.cellIssues, ...judged.otherIssues].some(({ field, level }) => field === 'idNumber' && level === 'refuse'))
      judged.otherIssues = judged.otherIssues.filter(({ question }) => question !== 'person');
}
