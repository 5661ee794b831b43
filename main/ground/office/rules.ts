// Rules that rooms use again and again: two versions of one thing, or two holders of one value, may not share a day.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import type { Rule } from './schema.ts';

/** Both periods are inclusive and open where null. */
const overlaps = (a: string, b: string): string =>
  `ifnull(${a}.first_day, '${earliestDay}') <= ifnull(${b}.last_day, '${latestDay}') AND ifnull(${b}.first_day, '${earliestDay}') <= ifnull(${a}.last_day, '${latestDay}')`;

/** SQL that finds two rows of a table that agree in `column` and share a day. @param also narrows it: SQL over `one` and `other` */
export const twoOnOneDay = (table: string, column: string, also?: string): string =>
  `SELECT one.id FROM ${table} AS one JOIN ${table} AS other ON other.${column} = one.${column} AND other.id > one.id
   AND ${overlaps('one', 'other')}${also ? ` AND ${also}` : ''} LIMIT 1`;

/**
 * Refuses a row whose period shares a day with another row's that agrees in `column`. Two that did so before, in an office of an
 * earlier program, may both be changed in whatever else; only what comes to overlap by the write is refused.
 * @param also narrows it: SQL over NEW and `other` that must hold as well
 */
export function noOverlap(
  { name, table, column, also }: { name: string; table: string; column: string; also?: string },
  refusal: Rule['refusal'],
): Rule {
  const clash = (row: string): string =>
    `other.${column} = ${row}.${column}${also ? ` AND ${also.replaceAll('NEW.', `${row}.`)}` : ''} AND ${overlaps('other', row)}`;
  const obstacle = (condition: string): string =>
    `(SELECT other.id FROM ${table} AS other WHERE other.id IS NOT NEW.id AND ${condition} LIMIT 1)`;
  return {
    name,
    forbidden(write) {
      const found = obstacle(write === 'insert' ? clash('NEW') : `${clash('NEW')} AND (${clash('OLD')}) IS NOT 1`);
      return { when: `${found} IS NOT NULL`, obstacle: found };
    },
    refusal,
  };
}
