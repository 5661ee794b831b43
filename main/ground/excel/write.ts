// Writes a framed sheet as an .xlsx, row by row (streamedBook.ts). What stays text: writeStyles.ts.
import { setImmediate } from 'node:timers/promises';
import { PaperSize, type Style, type WorkbookWriter } from '@cj-tech-master/excelts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';
import { entriesOf, labelled } from '../sheets/entries.ts';
import {
  type Cell,
  type Column,
  type Frame,
  headerCells,
  type Paper,
  type Row,
  signatureLine,
  unitLine,
} from '../sheets/frame.ts';
import {
  type Layout,
  marginInches,
  Measure,
  photoPixels,
  rowHeight,
  signatureHeight,
  titleHeight,
  unitLineHeight,
  unitLineSpans,
} from '../sheets/layout.ts';
import { fitting, refuseOutgrown, streamedBook } from './streamedBook.ts';
import { styles } from './writeStyles.ts';

/** Excel's numbers for the papers (the library names no A3); left out, LibreOffice prints US letter. */
const paperSize: Record<Paper, PaperSize> = { A4: PaperSize.A4, A3: 8 as number };
const linesAbove = 2;
/** Rows between two looks at the clock, the progress and whoever wants to stop. */
const stride = 500;

type WriteProgress = (rows: number) => void;

type Sheet = ReturnType<WorkbookWriter['addWorksheet']>;

/**
 * The workbook's bytes. `rows` is asked for twice, once to measure and once to write, and must give the same both times.
 * @param created what the file says about when it was made
 * @throws Refusal where a text, or the sheet, is longer than Excel opens
 */
export async function writeFramed(
  frame: Frame,
  rows: () => Iterable<Row>,
  created: Date,
  progress: WriteProgress = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const measure = new Measure(frame.columns);
  for (const entry of entriesOf(frame, rows())) measure.add(entry);
  const layout = measure.layout(frame);

  refuseOutgrown(headRows(frame) + layout.rows + layout.sums + 2, frame.columns.length);
  const { book, finish } = streamedBook({ created, by: frame.unit });
  // Column widths count digits of the default font: with the body's own they mean the same to every spreadsheet.
  book.defaultFont = styles.text.font;
  book.views = [{ x: 0, y: 0, width: 24_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const sheet = openSheet(book, frame, layout);
  writeHead(sheet, frame, layout);
  const firstRow = headRows(frame) + 1;
  let number = firstRow;
  for (const entry of entriesOf(frame, rows())) {
    if (entry.kind === 'row')
      writeRow(book, sheet, frame.columns, entry.row, number, rowHeight(layout, frame.columns, entry.row));
    else writeSums(sheet, layout, { number, label: entry.label, sums: entry.sums, of: sumOf(number - entry.rows, number - 1) });
    number++;
    if ((number - firstRow) % stride === 0) {
      progress(number - firstRow);
      await setImmediate();
    }
  }
  if (layout.totals.some((total) => total !== null)) {
    const of = (layout.sums > 0 ? sumOf : plainSumOf)(firstRow, number - 1);
    writeSums(sheet, layout, { number, label: '合计', sums: layout.totals, of });
    number++;
  }
  writeSignatures(sheet, frame, layout, number);
  sheet.commit();
  return finish();
}

const headRows = (frame: Frame): number => linesAbove + headerCells(frame.columns).rows;

function openSheet(book: WorkbookWriter, frame: Frame, layout: Layout): Sheet {
  const head = headRows(frame);
  const hasTotals = layout.totals.some((total) => total !== null);
  const last = head + layout.rows + layout.sums + (hasTotals ? 1 : 0) + 1;
  const lastColumn = columnLetters(frame.columns.length - 1);
  const sheet = book.addWorksheet(frame.name, {
    views: [{ state: 'frozen', ySplit: head, topLeftCell: `A${head + 1}`, showGridLines: false }],
    pageSetup: {
      paperSize: paperSize[frame.paper],
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { ...marginInches },
      printArea: `A1:${lastColumn}${last}`,
      printTitlesRow: `${linesAbove + 1}:${head}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  sheet.columns = layout.widths.map((width) => ({ width }));
  // Digits kept as text are meant so: no green corners. With pictures they have to stay, because the library then writes the two
  // elements in an order that Excel takes for damage.
  if (frame.columns.every((column) => column.kind !== 'photo'))
    sheet.ignoredErrors.push({ ref: `A1:${lastColumn}${last}`, numberStoredAsText: true });
  return sheet;
}

function writeHead(sheet: Sheet, frame: Frame, layout: Layout): void {
  const count = frame.columns.length;
  const title = sheet.getRow(1);
  title.height = titleHeight;
  set(title.getCell(1), frame.title, styles.title);
  sheet.mergeCells(1, 1, 1, count);
  title.commit();

  const line = sheet.getRow(2);
  line.height = unitLineHeight;
  const parts = unitLine(frame);
  const looks = parts.length === 2 ? [styles.lineLeft, styles.lineRight] : [styles.lineLeft, styles.lineMiddle, styles.lineRight];
  let column = 1;
  for (const [index, span] of unitLineSpans(layout.widths, parts).entries()) {
    set(line.getCell(column), parts[index] ?? '', looks[index] ?? styles.lineLeft);
    if (span > 1) sheet.mergeCells(2, column, 2, column + span - 1);
    column += span;
  }
  line.commit();

  const header = headerCells(frame.columns);
  for (let row = 0; row < header.rows; row++) {
    const written = sheet.getRow(linesAbove + 1 + row);
    written.height = layout.headerHeights[row] ?? 0;
    for (let index = 1; index <= count; index++) written.getCell(index).style = styles.header;
  }
  for (const cell of header.cells) {
    const top = linesAbove + 1 + cell.row;
    set(sheet.getRow(top).getCell(cell.column + 1), cell.title, styles.header);
    if (cell.rows > 1 || cell.columns > 1)
      sheet.mergeCells(top, cell.column + 1, top + cell.rows - 1, cell.column + cell.columns);
  }
  sheet.getRow(linesAbove + header.rows).commit();
}

function writeRow(
  book: WorkbookWriter,
  sheet: Sheet,
  columns: readonly Column[],
  row: Row,
  number: number,
  height: number,
): void {
  const written = sheet.getRow(number);
  written.height = height;
  for (const [index, column] of columns.entries()) {
    const value = row[index] ?? null;
    const cell = written.getCell(index + 1);
    cell.style = lookOf(column, value);
    if (value instanceof Uint8Array) {
      const image = book.addImage({ buffer: value, extension: 'jpeg' });
      sheet.addImage(image, {
        tl: { col: index + 0.12, row: number - 1 + 0.05 },
        ext: { ...photoPixels },
        editAs: 'oneCell',
      });
    } else if (value !== null) cell.value = typeof value === 'string' ? fitting(clean(value), number, column.title) : value;
  }
  written.commit();
}

/** The formula that adds up a column from one row to another. */
type SumOf = (column: string) => string;
/** Counts no sum twice: what it spans may have sums of its kind among the rows. */
const sumOf =
  (first: number, last: number): SumOf =>
  (column) =>
    `SUBTOTAL(9,${column}${first}:${column}${last})`;
const plainSumOf =
  (first: number, last: number): SumOf =>
  (column) =>
    `SUM(${column}${first}:${column}${last})`;

/** 小计 and 合计: live, so that a clerk who mends a cell sees them move. */
function writeSums(
  sheet: Sheet,
  layout: Layout,
  { number, label, sums, of }: { number: number; label: string; sums: readonly (number | null)[]; of: SumOf },
): void {
  const written = sheet.getRow(number);
  written.height = layout.evenHeight;
  const first = labelled(sums);
  for (const [index, sum] of sums.entries()) {
    const cell = written.getCell(index + 1);
    cell.style = sum === null || index < first ? styles.totalLabel : styles.total;
    if (sum !== null && index >= first) cell.value = { formula: of(columnLetters(index)), result: sum };
  }
  written.getCell(1).value = clean(label);
  if (first > 1) sheet.mergeCells(number, 1, number, first);
  written.commit();
}

function writeSignatures(sheet: Sheet, frame: Frame, layout: Layout, number: number): void {
  const written = sheet.getRow(number);
  written.height = signatureHeight;
  // The line is set in 12 pt on widths counted in 10.5 pt characters.
  const width = (layout.widths.reduce((sum, each) => sum + each, 0) * 10.5) / 12;
  set(written.getCell(1), signatureLine(frame, width), styles.lineLeft);
  sheet.mergeCells(number, 1, number, frame.columns.length);
  written.commit();
}

function lookOf(column: Column, value: Cell): Partial<Style> {
  if (typeof value === 'number') return styles.number;
  return column.left ? styles.textLeft : styles.text;
}

/**
 * Text that a workbook can hold. A leading = + - @ needs nothing more: the value is written as a shared string in a cell
 * formatted as text, which no spreadsheet runs, not even after an edit.
 */
const clean = (text: string): string => text.replaceAll(/[^\P{Cc}\n]/gu, ' ');

function set(cell: ReturnType<ReturnType<Sheet['getRow']>['getCell']>, value: string, style: Partial<Style>): void {
  cell.style = style;
  cell.value = clean(value);
}
