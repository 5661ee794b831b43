// What a person types into a search: its words, all of which must be found somewhere in the row. Full-width digits and letters, as an
// input method leaves them, and other forms of a character count as the ordinary ones. Where they are looked for is each list's haystack.
// An ID number is one word however it is cut, and finds whoever has just this one: it stands in no haystack, where its parts would be found.
import { mostSearchWords } from '../../shared/kit/list.ts';
import { wholeIdNumber } from '../../shared/rules/idNumber.ts';
import { searchable } from '../../shared/rules/text.ts';

const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;
export type SearchTerms = Record<(typeof names)[number], string | null>;

export function searchWords(search = ''): string[] {
  const idNumber = wholeIdNumber(search);
  return searchable(idNumber ?? search)
    .split(/\s+/)
    .filter(Boolean);
}

/** @throws where there are more words than `mostSearchWords`, which the wire refuses */
export function searchTerms(search: string | undefined): SearchTerms {
  const words = searchWords(search);
  if (words.length > mostSearchWords) throw new Error(`a search of ${words.length} words`);
  return Object.fromEntries(names.map((name, index) => [name, words[index] ?? null])) as SearchTerms;
}

/**
 * The SQL condition that every word is found in `text`, an SQL expression of `searchable`.
 * @param whole an expression in lower case that a word must equal to be found by it
 */
export const termsFoundIn = (text: string, whole?: string): string =>
  names
    .map((term) => `(@${term} IS NULL OR instr(${text}, @${term}) > 0${whole === undefined ? '' : ` OR ${whole} = @${term}`})`)
    .join(' AND ');
