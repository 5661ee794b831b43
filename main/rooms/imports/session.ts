// One import on its way: the file as read, what the person has chosen, and how it was judged. It lives in the memory of a worker
// of its own (session.worker.ts), so that a person may leave the screen and come back; the main thread never holds the file.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { Question } from '../../../shared/imports/preview.ts';
import { type Labels, rowNumber, sheetRow, tableNumber, tableOfRow } from '../../../shared/imports/rowNumber.ts';
import type { HeaderRows, ImportOptions, ImportResult, ImportState, ImportStep } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Book, CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { type FileTable, FileTables } from './fileTables.ts';
import type { Header } from './header.ts';
import type { Choices, JudgeInput, Judgement } from './judge.ts';
import { type Layout, mixedOwnersOf, recalledOptions } from './layouts.ts';
import { Mends } from './mends.ts';
import { ImportPictures } from './pictures.ts';
import type { Recall } from './remembered.ts';
import { cellsOf } from './tables.ts';
import { rowsOfTables } from './tableRows.ts';

export class ImportSession {
  readonly id: string;
  readonly fileName: string;
  step: ImportStep = 'header';
  options: ImportOptions;
  judgement: Judgement | null = null;
  /** The last change set when the file was judged: after a later one it is judged anew before it is written. */
  judgedAfter = 0;
  decisions = new Map<number, Map<Question, string>>();
  /** What was typed over cells of the file. */
  readonly mends = new Mends();
  /** Sheet rows the person doesn't want. */
  readonly unticked = new Set<number>();
  result: ImportResult | null = null;
  resultLeft = false;
  readonly book: Book;
  readonly tables: FileTables;
  readonly pictures: ImportPictures;
  /** The sheet that is looked at, and of its tables the one that is. */
  #sheet: number;
  #viewed: FileTable | null;
  #carried: ImportState['carried'] = { cells: 0, proposed: false };
  #layouts: readonly Layout[] = [];
  #fields: ReadonlySet<ImportField> = new Set();
  /** Tables whose rows of others were unticked; whoever ticks them again is heard. */
  readonly #struckSeen = new Set<FileTable>();

  constructor(input: { id: string; fileName: string; book: Book; options: ImportOptions }, recall: Recall) {
    this.id = input.id;
    this.fileName = input.fileName;
    this.book = input.book;
    this.options = input.options;
    this.tables = new FileTables(input.book, recall);
    this.pictures = new ImportPictures(input.book.pictures);
    const first = input.book.sheets.findIndex((sheet) => !sheet.hidden && sheet.rows.length > 0);
    this.#viewed = this.tables.read[0] ?? null;
    this.#sheet = this.#viewed?.table.sheet ?? Math.max(first, 0);
    this.#sort();
    this.#proposeOptions();
  }

  /** The sheet that is looked at. */
  get sheet(): ReadSheet {
    const sheet = this.book.sheets[this.#sheet];
    if (!sheet) throw new Refusal('文件里没有这张工作表，请重新选择文件。');
    return sheet;
  }

  get sheetIndex(): number {
    return this.#sheet;
  }

  /** The table that is looked at; null where none was found on the sheet. */
  get viewed(): FileTable | null {
    return this.#viewed;
  }

  /** Blank places below one that is written once. */
  get carried(): ImportState['carried'] {
    return this.#carried;
  }

  /** Fields that some column of a table that is read is matched with. */
  get fields(): ReadonlySet<ImportField> {
    return this.#fields;
  }

  /** The layouts of the tables that are read, each once. */
  get layouts(): readonly Layout[] {
    return this.#layouts;
  }

  /** What stands before a row's number, by the tables that are read. */
  get labels(): Labels {
    return this.tables.labels;
  }

  /** The table that a row stands in. */
  tableOf(row: number): FileTable | undefined {
    return this.tables.ofRow(row);
  }

  /** As their file heads the column of a row's field; undefined where no column is matched with it. */
  columnTitle(row: number, field: ImportField): string | undefined {
    const layout = this.tableOf(row)?.layout;
    return layout?.titles[layout.fields.indexOf(field)]?.split('/').at(-1);
  }

  /** @param header null: find it again, as for a sheet just chosen */
  chooseHeader(sheet: number, header: HeaderRows | null, recall: Recall): void {
    if (!this.book.sheets[sheet]) throw new Refusal('文件里没有这张工作表，请重新选择。');
    const rows: Header | null = header && { firstRow: header.firstRow - 1, lastRow: header.lastRow - 1 };
    this.tables.readOnly(sheet, rows, recall);
    // Of this sheet other rows may be people now, and other columns theirs.
    const isGone = (row: number): boolean => Math.floor(tableOfRow(row) / tableNumber(1, 0)) === sheet;
    this.mends.dropRows(isGone);
    for (const row of [...this.decisions.keys()].filter(isGone)) this.decisions.delete(row);
    for (const row of [...this.unticked].filter(isGone)) this.unticked.delete(row);
    this.#sheet = sheet;
    this.#viewed = this.tables.read[0] ?? null;
    this.#sort();
    this.#proposeOptions();
  }

  /** Looks at another table. */
  view(index: number): void {
    const one = this.tables.all[index];
    if (!one) throw new Refusal('文件里没有这张表，请刷新后再看。');
    this.#viewed = one;
    this.#sheet = one.table.sheet;
  }

  /** Which tables are read, and of which community each is where no column says so. */
  chooseTables(chosen: readonly { index: number; chosen: boolean; place: string }[]): void {
    this.tables.choose(chosen);
    this.#sort();
  }

  /** What the columns of the table that is looked at are, and of all that have the same. */
  chooseColumns(fields: readonly (ImportField | null)[], options: ImportOptions): void {
    const before = mixedOwnersOf(this.layouts);
    const layout = this.#viewed?.layout;
    if (layout && layout.fields.some((field, index) => field !== (fields[index] ?? null))) {
      this.tables.chooseFields(layout.signature, fields);
      // What was answered was answered of other cells.
      this.decisions.clear();
    }
    // What was confirmed of other columns says nothing of these.
    this.options = { ...options, onePerson: options.onePerson && mixedOwnersOf(this.layouts) === before };
    this.#sort();
  }

  judgeInput(today: string): JudgeInput {
    const { mayCreatePlaces, startedWorkIsFirstDay, effectiveDay } = this.options;
    return {
      rows: rowsOfTables(this.tables, this.options.carryPlaces).rows.map((row) => ({
        ...row,
        mended: this.mends.over(row.row, row.cells),
        picture: this.pictures.ofRow(row.row),
      })),
      labels: this.labels,
      mayCreatePlaces,
      startedWorkIsFirstDay,
      effectiveDay,
      numbersAreText: this.book.kind === 'csv' || this.book.kind === 'html',
      today,
    };
  }

  /** What the file says in a cell of a row; null where it is empty, or has no such column. */
  fileCell(row: number, field: ImportField): CellValue {
    const table = this.tableOf(row);
    const column = table?.layout.fields.indexOf(field) ?? -1;
    return table && column >= 0 ? (cellsOf(table.sheet, table.table, sheetRow(row) - 1)[column] ?? null) : null;
  }

  get choices(): Choices {
    return { decisions: this.decisions, ticked: (row) => !this.unticked.has(row) };
  }

  /** Reads the tables anew. What was typed, answered and unticked stands by its row. */
  #sort(): void {
    this.tables.sort(this.options.takeHidden);
    this.#layouts = [...new Set(this.tables.read.map(({ layout }) => layout))];
    this.#fields = new Set(this.#layouts.flatMap(({ fields }) => fields.filter((field) => field !== null)));
    this.pictures.place(this.tables);
    this.judgement = null;
    this.#carried = rowsOfTables(this.tables, this.options.carryPlaces).carried;
    for (const one of this.tables.read.filter((each) => !this.#struckSeen.has(each))) {
      this.#struckSeen.add(one);
      // Struck through, or said to be gone: the person decides.
      for (const row of one.doubts.keys()) this.unticked.add(rowNumber(one.number, row + 1));
    }
  }

  #proposeOptions(): void {
    this.options = { ...this.options, ...recalledOptions(this.layouts), carryPlaces: this.#carried.proposed };
    this.#carried = rowsOfTables(this.tables, this.options.carryPlaces).carried;
  }
}
