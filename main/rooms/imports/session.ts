// One import on its way: the file as read, what the person has chosen, and how it was judged. It lives in the memory of a worker
// of its own (session.worker.ts), so that a person may leave the screen and come back; the main thread never holds the file.
import { type ImportField, proposeColumns } from '../../../shared/imports/fields.ts';
import type {
  HeaderRows,
  ImportColumn,
  ImportOptions,
  ImportResult,
  ImportState,
  ImportStep,
} from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { maskNumberIn } from '../../../shared/rules/masking.ts';
import type { Book, CellValue, ReadSheet } from '../../ground/excel/book.ts';
import type { BookPictures } from '../../ground/excel/pictures.ts';
import { findHeader, findSheet, type Header, titlesOf } from './header.ts';
import type { Choices, JudgeInput, Judgement } from './judge.ts';
import { masked } from './masked.ts';
import { type Recall, signatureOf } from './remembered.ts';
import { type SortedRows, sortRows } from './peopleRows.ts';
import { ImportPictures } from './pictures.ts';

const kindWords: Record<Book['kind'], string> = { xls: 'Excel 97-2003', xlsx: 'Excel', csv: 'CSV', html: '网页表格' };

export class ImportSession {
  readonly id: string;
  readonly fileName: string;
  step: ImportStep = 'header';
  options: ImportOptions;
  judgement: Judgement | null = null;
  /** The last change set when the file was judged: after a later one it is judged anew before it is written. */
  judgedAfter = 0;
  readonly decisions = new Map<number, Map<ImportField, string>>();
  /** Sheet rows the person doesn't want. */
  readonly unticked = new Set<number>();
  result: ImportResult | null = null;
  remembered = false;
  readonly pictures: ImportPictures;
  readonly #book: Book;
  #sheet = 0;
  #header: Header | null = null;
  #fields: (ImportField | null)[] = [];
  #sorted: SortedRows = { people: [], leftOut: [] };

  constructor(
    input: { id: string; fileName: string; book: Book; pictures: BookPictures; options: ImportOptions },
    recall: Recall,
  ) {
    this.id = input.id;
    this.fileName = input.fileName;
    this.#book = input.book;
    this.pictures = new ImportPictures(input.pictures);
    this.options = input.options;
    const found = findSheet(input.book);
    const first = input.book.sheets.findIndex((sheet) => !sheet.hidden && sheet.rows.length > 0);
    this.#use(found?.sheet ?? Math.max(first, 0), found?.header ?? null, recall);
  }

  get sheet(): ReadSheet {
    const sheet = this.#book.sheets[this.#sheet];
    if (!sheet) throw new Refusal('文件里没有这张工作表，请重新选择文件。');
    return sheet;
  }

  /** Rows count from 0. */
  get header(): Header | null {
    return this.#header;
  }

  get fields(): readonly (ImportField | null)[] {
    return this.#fields;
  }

  get titles(): string[] {
    return this.#header ? titlesOf(this.sheet, this.#header) : [];
  }

  get signature(): string {
    return signatureOf(this.titles);
  }

  /** @param header null: find it again, as for a sheet just chosen */
  chooseHeader(sheet: number, header: HeaderRows | null, recall: Recall): void {
    if (!this.#book.sheets[sheet]) throw new Refusal('文件里没有这张工作表，请重新选择。');
    const own = this.#book.sheets[sheet];
    const rows = header ? { firstRow: header.firstRow - 1, lastRow: header.lastRow - 1 } : own ? findHeader(own) : null;
    this.#use(sheet, rows, recall);
  }

  chooseColumns(fields: readonly (ImportField | null)[], options: ImportOptions): void {
    this.#fields = this.titles.map((_, index) => fields[index] ?? null);
    this.options = options;
    this.#sort();
  }

  judgeInput(today: string): JudgeInput {
    const rows = this.#sorted.people.map((row) => {
      const cells: Partial<Record<ImportField, CellValue>> = {};
      for (const [column, field] of this.#fields.entries())
        if (field !== null) cells[field] = this.sheet.rows[row]?.[column] ?? null;
      return { row: row + 1, cells, picture: this.pictures.ofRow(row + 1) };
    });
    const { mayCreatePlaces, startedWorkIsFirstDay, effectiveDay } = this.options;
    return {
      rows,
      mayCreatePlaces,
      startedWorkIsFirstDay,
      effectiveDay,
      numbersAreText: this.#book.kind === 'csv',
      today,
    };
  }

  get choices(): Choices {
    return { decisions: this.decisions, ticked: (row) => !this.unticked.has(row) };
  }

  /** @param undone the import was taken back since */
  state(officeIsEmpty: boolean, undone: boolean): ImportState {
    const encoding = this.#book.encoding === null ? '' : `，${this.#book.encoding}`;
    return {
      id: this.id,
      fileName: this.fileName,
      fileKind: `${kindWords[this.#book.kind]}${encoding}`,
      step: this.step,
      sheets: this.#book.sheets.map(({ name, hidden, rows }) => ({ name: masked(null, name), hidden, rows: rows.length })),
      sheet: this.#sheet,
      header: this.#header && { firstRow: this.#header.firstRow + 1, lastRow: this.#header.lastRow + 1 },
      columns: this.#columns(),
      remembered: this.remembered,
      people: this.#sorted.people.length,
      leftOut: this.#sorted.leftOut.map(({ row, reason, text }) => ({ row: row + 1, reason, text })).slice(0, 500),
      options: this.options,
      officeIsEmpty,
      cutShort: this.sheet.cutShort,
      result: this.result && { ...this.result, undone },
    };
  }

  #use(sheet: number, header: Header | null, recall: Recall): void {
    this.#sheet = sheet;
    this.#header = header && { firstRow: header.firstRow, lastRow: header.lastRow };
    const { titles } = this;
    const recalled = this.#header ? recall(this.signature) : null;
    this.remembered = recalled?.columns.length === titles.length;
    this.#fields = this.remembered && recalled ? [...recalled.columns] : proposeColumns(titles);
    if (recalled) this.options = { ...this.options, startedWorkIsFirstDay: recalled.startedWorkIsFirstDay };
    this.#sort();
  }

  #sort(): void {
    this.#sorted = this.#header ? sortRows(this.sheet, this.#header, this.#fields) : { people: [], leftOut: [] };
    this.pictures.place(this.sheet, this.#sorted.people, this.titles);
    this.judgement = null;
    this.decisions.clear();
    this.unticked.clear();
  }

  #columns(): ImportColumn[] {
    const sampled = this.#sorted.people.slice(0, 40);
    return this.titles.map((title, index) => {
      const field = this.#fields[index] ?? null;
      const values = sampled.map((row) => this.sheet.rows[row]?.[index] ?? null).filter((value) => value !== null);
      return {
        index,
        title: masked(null, title),
        field,
        samples: [...new Set(values.map((value) => masked(field, maskNumberIn(String(value)))))].slice(0, 3),
      };
    });
  }
}
