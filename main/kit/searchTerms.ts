// What a person types into a search: up to three words, all of which must be found somewhere in the row. Full-width digits and
// letters, as an input method leaves them, count as the ordinary ones.
import { halfWidth } from '../../shared/rules/text.ts';

export type SearchTerms = { first: string | null; second: string | null; third: string | null };

export function searchTerms(search: string | undefined): SearchTerms {
  const [first = null, second = null, third = null] = halfWidth(search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  return { first, second, third };
}

/** The SQL condition that every word is found in `text`, an SQL expression in lower case. */
export const termsFoundIn = (text: string): string =>
  ['first', 'second', 'third'].map((term) => `(@${term} IS NULL OR instr(${text}, @${term}) > 0)`).join(' AND ');
