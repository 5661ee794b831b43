// Rules that rooms use again and again: two versions of one thing, or two holders of one value, may not share a day.
import type { Rule } from './schema.ts';

/** Both periods are inclusive and open where null. */
const overlaps = (a: string, b: string): string =>
  `ifnull(${a}.first_day, '0000-01-01') <= ifnull(${b}.last_day, '9999-12-31') AND ifnull(${b}.first_day, '0000-01-01') <= ifnull(${a}.last_day, '9999-12-31')`;

/**
 * Refuses a row whose period shares a day with another row's that agrees in `column`.
 * @param also narrows it: SQL over NEW and `other` that must hold as well
 */
export function noOverlap(
  { name, table, column, also }: { name: string; table: string; column: string; also?: string },
  refusal: Rule['refusal'],
): Rule {
  const obstacle = `(SELECT other.id FROM ${table} AS other WHERE other.id IS NOT NEW.id AND other.${column} = NEW.${column}${
    also ? ` AND ${also}` : ''
  } AND ${overlaps('other', 'NEW')} LIMIT 1)`;
  return { name, when: `${obstacle} IS NOT NULL`, obstacle, refusal };
}
