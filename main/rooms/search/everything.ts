// Asks every kind of row that a room lets be found, and names those that were opened before.
import { searchable } from '../../../shared/rules/text.ts';
import type { OpenedName, SearchInput, SearchResult } from '../../../shared/search.ts';
import type { OpenedRow } from '../../../shared/opened.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Found } from '../../kit/found.ts';

/**
 * The groups in the order of the rooms. Where Chinese words are found in no title of the first kind (people) but in others', those
 * come before it: then the place itself was meant. Nothing is found for an empty text.
 */
export function searchEverything(kinds: readonly Found[], office: Office, input: SearchInput): SearchResult {
  const text = searchable(input.text).trim();
  if (text === '') return [];
  const groups = kinds.map((kind) => kind.search(office, text, input.limit));
  const [first, ...others] = groups;
  const namesIt = first?.rows.some(({ title }) => searchable(title).includes(text)) ?? false;
  return first && !namesIt && /\p{Script=Han}/u.test(text) ? [...others, first] : groups;
}

/** Rows that were opened before, as they are called today; what isn't there any more is left out. */
export const namesOfOpened = (kinds: readonly Found[], office: Office, opened: readonly OpenedRow[]): OpenedName[] =>
  kinds.flatMap((found) => {
    const ids = opened.filter(({ kind }) => kind === found.kind).map(({ id }) => id);
    return ids.length === 0 ? [] : found.named(office, ids).map((row) => ({ kind: found.kind, row }));
  });
