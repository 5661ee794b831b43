// The tables of one file as the person has chosen them: which are read, in which order, of which place, and who of each is a person.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { type Labels, tableNumber, tableOfRow } from '../../../shared/imports/rowNumber.ts';
import { halfWidth, tidyCode, withoutBlanks } from '../../../shared/rules/text.ts';
import type { Book, CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { type Header, textOf } from './header.ts';
import { type Layout, layoutOf } from './layouts.ts';
import { masked } from './masked.ts';
import { type Doubt, doubtsOf } from './notServing.ts';
import { type SortedRows, sortRows } from './peopleRows.ts';
import type { Recall } from './remembered.ts';
import { type Spread, spreadDown } from './spread.ts';
import { proposedPlace } from './statedPlace.ts';
import { cellsOf, findTables, type Proposal, propose, type Table, tablesFrom, titlesOfTable } from './tables.ts';

export type FileTable = {
  /** Its place in the file (rowNumber.ts). */
  number: number;
  table: Table;
  sheet: ReadSheet;
  layout: Layout;
  sorted: SortedRows;
  /** By the row of a person: why it isn't ticked to begin with. */
  doubts: ReadonlyMap<number, Doubt>;
  chosen: boolean;
  why: string;
  /** The community of all its rows; '' where a column says it, or nobody does. */
  place: string;
};

/** Nor anything by which a place could be found in the roster. */
export const needsPlace = (layout: Layout): boolean =>
  lacksPlace(layout) && !layout.fields.includes('gridName') && !layout.fields.includes('idNumber');

export const lacksPlace = ({ fields }: Layout): boolean => !fields.includes('community') && !fields.includes('gridCode');

export class FileTables {
  readonly #book: Book;
  readonly #spreads = new Map<ReadSheet, Spread>();
  #layouts = new Map<string, Layout>();
  #takeHidden = false;
  all: FileTable[] = [];
  #read: readonly FileTable[] = [];
  #byNumber: ReadonlyMap<number, FileTable> = new Map();
  #labels: Labels = {};

  constructor(book: Book, recall: Recall) {
    this.#book = book;
    this.all = book.sheets.flatMap((sheet, index) => this.#madeOf(findTables(sheet, index), recall));
    const proposals = propose(book, this.all.map(offered));
    for (const [index, one] of this.all.entries()) this.#propose(one, proposals[index]);
    this.#proposePlaces();
    this.#settle();
  }

  /** Those that are read, in the order of the file. */
  get read(): readonly FileTable[] {
    return this.#read;
  }

  /** What stands before a row's number: “东风社区”右边; '' for the only one. Masked: it goes wherever a row is named. */
  get labels(): Labels {
    return this.#labels;
  }

  /** The table that is read and that a row stands in. */
  ofRow(row: number): FileTable | undefined {
    return this.#byNumber.get(tableOfRow(row));
  }

  /** What is read of a sheet from now on: the tables under this header, and no other sheet. */
  readOnly(sheet: number, header: Header | null, recall: Recall): void {
    const own = this.#book.sheets[sheet];
    const tables = own ? (header ? tablesFrom(own, sheet, header) : findTables(own, sheet)) : [];
    const others = this.all.filter(({ table }) => table.sheet !== sheet);
    for (const one of others) one.chosen = false;
    const made = this.#madeOf(tables, recall).map((one) => ({ ...one, chosen: true }));
    this.all = [...others, ...made].toSorted((one, other) => one.number - other.number);
    this.#proposePlaces();
    this.#settle();
  }

  choose(chosen: readonly { index: number; chosen: boolean; place: string }[]): void {
    for (const { index, chosen: isChosen, place } of chosen) {
      const one = this.all[index];
      if (one) Object.assign(one, { chosen: isChosen, place: withoutBlanks(place) });
    }
    this.#settle();
  }

  /** Of all tables with these columns. */
  chooseFields(signature: string, fields: readonly (ImportField | null)[]): void {
    const layout = this.#layouts.get(signature);
    if (layout) layout.fields = layout.titles.map((_, index) => fields[index] ?? null);
  }

  sort(takeHidden: boolean): void {
    this.#takeHidden = takeHidden;
    for (const one of this.all) {
      one.sorted = this.#sorted(one.table, one.sheet, one.layout);
      one.doubts = doubtsOf(one);
    }
  }

  spreadOf(sheet: ReadSheet): Spread {
    const spread = this.#spreads.get(sheet) ?? spreadDown(sheet);
    this.#spreads.set(sheet, spread);
    return spread;
  }

  #settle(): void {
    this.#read = this.all.filter(({ chosen }) => chosen);
    this.#byNumber = new Map(this.#read.map((one) => [one.number, one]));
    const onSheet = Map.groupBy(this.#read, ({ table }) => table.sheet);
    this.#labels = Object.fromEntries(
      this.#read.map(({ number, sheet, table }) => {
        const isBeside = (onSheet.get(table.sheet) ?? []).some((other) => other.number !== number && other.table.side !== '');
        return [number, `${onSheet.size > 1 ? `“${masked(null, sheet.name)}”` : ''}${isBeside ? table.side : ''}`];
      }),
    );
  }

  #madeOf(tables: readonly Table[], recall: Recall): FileTable[] {
    return tables.map((table, ordinal) => this.#made(table, ordinal, recall));
  }

  #made(table: Table, ordinal: number, recall: Recall): FileTable {
    const sheet = this.#book.sheets[table.sheet];
    if (!sheet) throw new Error('a table stands on no sheet');
    const titles = titlesOfTable(sheet, table);
    const hidden = new Set([...titles.keys()].filter((index) => sheet.hiddenColumns.has(table.firstColumn + index)));
    const found = layoutOf(titles, hidden, recall);
    const layout = this.#layouts.get(found.signature) ?? found;
    this.#layouts.set(layout.signature, layout);
    const number = tableNumber(table.sheet, ordinal);
    const sorted = this.#sorted(table, sheet, layout);
    const doubts = doubtsOf({ table, sheet, layout, sorted });
    return { number, table, sheet, layout, sorted, doubts, chosen: false, why: '', place: '' };
  }

  #sorted = (table: Table, sheet: ReadSheet, layout: Layout): SortedRows =>
    sortRows(sheet, table, layout.fields, this.#takeHidden);

  #propose(one: FileTable, proposal: Proposal | undefined): void {
    if (proposal) Object.assign(one, proposal);
    // Right of a table that says the place for both: whose community it is can't be known.
    if (one.chosen && one.table.side !== '' && one.table.firstColumn > 0 && lacksPlace(one.layout))
      Object.assign(one, { chosen: false, why: '没有社区一列，没有读入；要读入请勾选并写明社区' });
  }

  #proposePlaces(): void {
    const families = Map.groupBy(this.all, ({ layout }) => layout.signature);
    for (const one of this.all) {
      if (one.place !== '' || !lacksPlace(one.layout)) continue;
      const titles = titlesAbove(one);
      const sheets = new Set(families.get(one.layout.signature)?.map(({ table }) => table.sheet));
      one.place = proposedPlace(titles, one.sheet.name, sheets.size > 1) ?? '';
    }
  }
}

/** The words above a table, from the top. */
const titlesAbove = ({ sheet, table, sorted }: Pick<FileTable, 'sheet' | 'table' | 'sorted'>): string[] =>
  sorted.leftOut
    .filter(({ reason }) => reason === 'title')
    .flatMap(({ row }) => cellsOf(sheet, table, row).map(textOf))
    .filter((text) => text !== '');

/** A person's key in a table, to see whether two tables name the same people. */
function offered({ table, sheet, layout, sorted }: FileTable) {
  const at = (field: ImportField): number => layout.fields.indexOf(field);
  const text = (cells: readonly CellValue[], index: number): string =>
    index < 0 ? '' : tidyCode(halfWidth(textOf(cells[index])));
  const keys = new Set(
    sorted.people.flatMap((row) => {
      const cells = cellsOf(sheet, table, row);
      const idNumber = text(cells, at('idNumber')).toUpperCase();
      const name = withoutBlanks(textOf(cells[at('name')]));
      return idNumber.length >= 15 ? [idNumber] : name === '' ? [] : [`${name} ${text(cells, at('mobile'))}`];
    }),
  );
  return {
    table,
    people: sorted.people.length,
    keys,
    signature: layout.signature,
    titles: titlesAbove({ sheet, table, sorted }),
  };
}
