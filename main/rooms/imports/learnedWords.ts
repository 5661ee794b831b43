// What a person took for words of others: 长红社区 → 长虹社区. Learned when rows mended so are written, kept among the person's
// preferences, and offered first, as theirs of the last time, when the word comes again. Never taken by itself.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { namingFields } from '../../../shared/imports/preview.ts';
import type { LearnedWord } from '../../../shared/imports/wizard.ts';
import { limits } from '../../../shared/kit/limits.ts';
import { plainPlaceName } from '../../../shared/rules/placeName.ts';
import type { Office } from '../../ground/office/office.ts';
import { readPreference, writePreference } from '../../ground/people/preferences.ts';
import type { JudgedRow } from './judged.ts';
import { masked } from './masked.ts';
import type { ImportSession } from './session.ts';

/** What they are called among the preferences. */
export const learnedName = 'imports.words';

/** Preferences are bounded: of the longest words these take 45 kB. */
const most = 120;

const isLearned = (value: unknown): value is LearnedWord =>
  typeof value === 'object' &&
  value !== null &&
  ['field', 'word', 'ours'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** @param kept the preference as it is read */
export const learnedOf = (kept: unknown): LearnedWord[] => (Array.isArray(kept) ? kept.filter(isLearned) : []);

export const keptWords = (office: Office, owner: string): LearnedWord[] => learnedOf(readPreference(office, owner, learnedName));

/** As a list may show it. */
export const shownWord = ({ field, word, ours }: LearnedWord): LearnedWord => ({
  field,
  word: masked(field, word),
  ours: masked(field, ours),
});

/** @param forgotten as the list showed it */
export function forgetWord(office: Office, owner: string, forgotten: { field: ImportField; word: string }): void {
  const left = keptWords(office, owner).filter(
    (kept) => kept.field !== forgotten.field || shownWord(kept).word !== forgotten.word,
  );
  writePreference(office, owner, learnedName, left);
}

/** With what an import has taught; of one word the last answer counts, of too many the oldest go. */
export function withLearned(kept: readonly LearnedWord[], learned: readonly LearnedWord[]): LearnedWord[] {
  const words = new Map<string, LearnedWord>();
  for (const one of [...kept, ...learned]) {
    const key = `${one.field} ${one.word}`;
    words.delete(key);
    words.set(key, one);
  }
  return [...words.values()].slice(-most);
}

/** The answer for a word of a field, or null. */
export const recalling =
  (kept: readonly LearnedWord[]) =>
  (field: ImportField, word: string): string | null =>
    kept.find((one) => one.field === field && one.word === plainPlaceName(word))?.ours ?? null;

/** What a row that was written has taught. */
export function learnedFrom(session: ImportSession, judged: JudgedRow): LearnedWord[] {
  return [...session.mends.of(judged.row).keys()].flatMap((field) => {
    const word = plainPlaceName(String(session.fileCell(judged.row, field) ?? ''));
    const ours = field === 'community' ? judged.community?.name : judged.values[field];
    return namingFields.has(field) && word !== '' && word.length <= limits.name && typeof ours === 'string'
      ? [{ field, word, ours }]
      : [];
  });
}
