// What a person typed over cells of the file in the preview. A typed value is read as though the file had said so; the file's own
// text is kept beside it, shown, and given back when the mend is taken back. Lives with its session by the row's number in
// the import, whichever tables are read, and goes when another header is chosen for its sheet.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { RowCells } from './rowReading.ts';

export class Mends {
  readonly #typed = new Map<number, Map<ImportField, string>>();

  /** How many cells say otherwise than the file. */
  get count(): number {
    return [...this.#typed.values()].reduce((sum, cells) => sum + cells.size, 0);
  }

  /** Of a row, by its number in the import: the typed texts by field; '' where a cell was emptied. */
  of(row: number): ReadonlyMap<ImportField, string> {
    return this.#typed.get(row) ?? new Map();
  }

  /** The cells of a row as they are to be read. */
  over(row: number, cells: RowCells): RowCells {
    const typed = this.#typed.get(row);
    return typed ? { ...cells, ...Object.fromEntries([...typed].map(([field, text]) => [field, text || null])) } : cells;
  }

  /** @param text null: the cell says again what the file says */
  put(row: number, field: ImportField, text: string | null): void {
    const typed = new Map(this.#typed.get(row));
    if (text === null) typed.delete(field);
    else typed.set(field, text);
    if (typed.size === 0) this.#typed.delete(row);
    else this.#typed.set(row, typed);
  }

  /** Drops what was typed in rows that are no longer the same. */
  dropRows(isGone: (row: number) => boolean): void {
    for (const row of [...this.#typed.keys()].filter(isGone)) this.#typed.delete(row);
  }
}
