// A cell's text on its way out of the import. A shifted column puts an ID number under any title, so every field is masked; grid
// codes, as long as an old ID number, stay readable where they belong.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { maskNumberIn, maskNumbersIn } from '../../../shared/rules/masking.ts';

/** Fields about the ground, and columns nobody has matched: a grid code may stand there. */
const ground: ReadonlySet<ImportField | null> = new Set([
  null,
  'branch',
  'community',
  'compound',
  'gridName',
  'propertyCompany',
] as const);

export function masked(field: ImportField | null, text: string): string {
  if (field === 'gridCode') return maskNumbersIn(text, 'keep');
  if (field === 'idNumber') return maskNumbersIn(maskNumberIn(text), 'hide');
  return maskNumbersIn(text, ground.has(field) ? 'judge' : 'hide');
}
