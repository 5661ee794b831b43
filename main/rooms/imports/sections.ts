// What stands between the people of a table and speaks of those below it: a band with their community (二、西关社区（3人）), one with people
// who have left (离职人员). A blank row ends what is written once for a block of rows.
import { otherListIn } from '../../../shared/imports/owners.ts';
import { placeInTitle } from './statedPlace.ts';

/** Rows count from 0. `place`: the community that it names; `others`: the word by which it says that others follow. */
export type Section = { row: number; place: string | null; others: string | null };

/** A section's words without its number and count; null where they are no section's. */
export function sectionIn(row: number, text: string): Section | null {
  const bare = text
    .replace(/^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*/, '')
    .replace(/[(（](?:共|计)?\s*\d+\s*(?:人|名)?[)）]$/, '')
    .replace(/[:：]$/, '');
  if (bare === '' || bare.length > 30 || /[，。；]/.test(bare)) return null;
  const place = placeInTitle(bare);
  const others = otherListIn(bare);
  return place === null && others === null ? null : { row, place, others };
}
