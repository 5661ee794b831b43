// Words of a row that the office's dictionaries and property companies don't have. One that is nearly a known one is asked about,
// since a slip of the hand would become a word of the office's; any other is new, and is shown as such.
import { fieldTitle } from '../../../shared/imports/fields.ts';
import { nearestName } from './nearest.ts';
import type { CellIssue, RowValues } from './rowReading.ts';
import { listedFields, type Words } from './words.ts';

/** @returns questions of level confirm; they are answered by taking the word as it is, or by mending the cell */
export function unknownWords(values: RowValues, words: Words): CellIssue[] {
  const issues: CellIssue[] = [];
  for (const field of listedFields) {
    const word = values[field];
    if (word === undefined || words.has(field, word)) continue;
    const meant = nearestName(word, words.listed(field));
    if (meant === null) continue;
    const reason = `“${fieldTitle(field)}”里还没有这个词，可能是“${meant}”`;
    issues.push({
      field,
      level: 'confirm',
      value: word,
      reason,
      choices: [{ value: 'confirmed', label: `照写，新增“${word}”` }],
    });
  }
  return issues;
}
