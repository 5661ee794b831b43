// What a person types into a search: its words, all of which must be found somewhere in the row. Full-width digits and letters, as an
// input method leaves them, and other forms of a character count as the ordinary ones. Where they are looked for is each list's haystack.
import { mostSearchWords } from '../../shared/kit/list.ts';
import { searchable } from '../../shared/rules/text.ts';

const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;
export type SearchTerms = Record<(typeof names)[number], string | null>;

export const searchWords = (search: string | undefined): string[] =>
  searchable(search ?? '')
    .split(/\s+/)
    .filter(Boolean);

/** @throws where there are more words than `mostSearchWords`, which the wire refuses */
export function searchTerms(search: string | undefined): SearchTerms {
  const words = searchWords(search);
  if (words.length > mostSearchWords) throw new Error(`a search of ${words.length} words`);
  return Object.fromEntries(names.map((name, index) => [name, words[index] ?? null])) as SearchTerms;
}

/** The SQL condition that every word is found in `text`, an SQL expression of `searchable`. */
export const termsFoundIn = (text: string): string =>
  names.map((term) => `(@${term} IS NULL OR instr(${text}, @${term}) > 0)`).join(' AND ');
