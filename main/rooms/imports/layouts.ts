// Which column is what, once for all tables of a file that have the same columns: proposed, recalled, or chosen by the person.
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import { ownerWords } from '../../../shared/imports/owners.ts';
import { fieldForOthers, mixedOwners, proposeColumns, readTitles } from '../../../shared/imports/titles.ts';
import { type Recall, type Remembered, signatureOf } from './remembered.ts';

export type Layout = {
  signature: string;
  titles: readonly string[];
  fields: (ImportField | null)[];
  /** What an earlier import of the same header had the person choose. */
  recalled: Remembered | null;
};

/** @param hidden columns that the file hides */
export function layoutOf(titles: readonly string[], hidden: ReadonlySet<number>, recall: Recall): Layout {
  const signature = signatureOf(titles);
  const known = recall(signature);
  const recalled = known?.columns.length === titles.length ? known : null;
  return { signature, titles, fields: recalled ? [...recalled.columns] : proposeColumns(titles, hidden), recalled };
}

/** What is recalled of a file's headers beside their columns. Of whom the columns speak is asked again unless it was said of each. */
export function recalledOptions(layouts: readonly Layout[]): { startedWorkIsFirstDay?: boolean; onePerson: boolean } {
  const startedWorkIsFirstDay = layouts.flatMap(({ recalled }) => recalled?.startedWorkIsFirstDay ?? [])[0];
  const mixed = layouts.filter(({ titles, fields }) => mixedOwners(titles, fields) !== null);
  return {
    ...(startedWorkIsFirstDay === undefined ? {} : { startedWorkIsFirstDay }),
    onePerson: mixed.length > 0 && mixed.every(({ recalled }) => recalled?.onePerson === true),
  };
}

/** Of whom the columns speak that say who a row is, where that is more than one; null where they agree. */
export function mixedOwnersOf(layouts: readonly Layout[]): string | null {
  const mixed = layouts.flatMap(({ titles, fields }) => mixedOwners(titles, fields) ?? []);
  return mixed.length > 0 ? mixed.join('；') : null;
}

/** What is to be said of columns that aren't read: whose they are, and what they could be written to. */
export function remarksOn({ titles, fields }: Layout): string[] {
  return readTitles(titles).map((title, index) => {
    const { field, owner } = title;
    if (fields[index] !== null || field === null) return '';
    const other = fieldForOthers(title);
    if (other !== null) return `是${ownerWords(owner)}的，可选“${fieldTitle(other)}”写给社区`;
    if (owner.of !== 'worker') return `是${ownerWords(owner)}的，不写给网格员`;
    return fields.includes(field) ? `另有一列已作“${fieldTitle(field)}”` : '';
  });
}
