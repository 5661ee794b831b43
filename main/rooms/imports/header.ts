// Finds by itself where a sheet's header is: which rows, one to three of them, and what each column is called. Merged group
// titles are joined with their columns' own: 基本情况/姓名.
import { matchTitle, proposeColumns } from '../../../shared/imports/fields.ts';
import { tidyWords } from '../../../shared/rules/text.ts';
import type { Book, CellValue, ReadSheet } from '../../ground/excel/book.ts';

/** Rows count from 0; `lastRow` belongs to the header. */
export type Header = { firstRow: number; lastRow: number };

/** A header stands in the first rows of a sheet, whatever titles lie above it. */
const searched = 40;
const tallest = 3;

const textOf = (value: CellValue | undefined): string => (value === null || value === undefined ? '' : tidyWords(String(value)));

/** What a cell shows where merges spread their first cell over the rest. */
function spread(sheet: ReadSheet, row: number, column: number): string {
  const own = textOf(sheet.rows[row]?.[column]);
  if (own !== '') return own;
  const merge = sheet.merges.find(
    (area) => row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn,
  );
  return merge ? textOf(sheet.rows[merge.firstRow]?.[merge.firstColumn]) : '';
}

/** The title of every column, '' where it has none. */
export function titlesOf(sheet: ReadSheet, header: Header): string[] {
  const rows = sheet.rows.slice(header.firstRow, header.lastRow + 1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const unmerged = sheet.merges.length === 0 && rows.length > 1;
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (let row = header.firstRow; row <= header.lastRow; row++) {
      let part = spread(sheet, row, column);
      // A CSV keeps no merges: a group's title stands over its first column only.
      if (part === '' && unmerged && row < header.lastRow && textOf(sheet.rows[row + 1]?.[column]) !== '')
        for (let left = column - 1; left >= 0 && part === ''; left--) part = textOf(sheet.rows[row]?.[left]);
      if (part !== '' && parts.at(-1) !== part) parts.push(part);
    }
    return parts.join('/');
  });
}

/** How many of the roster's fields a header names; 0 without a name column. */
const fieldsNamed = (titles: readonly string[]): number => {
  const fields = proposeColumns(titles).filter((field) => field !== null);
  return fields.includes('name') ? fields.length : 0;
};

/** A header's rows hold words: a long number or a phone belongs to the data. */
const holdsData = (row: readonly CellValue[]): boolean => row.some((cell) => cell !== null && /\d{6}/.test(String(cell)));

/** True when a row has a title of its own, rather than only what merges lend it. */
const hasOwnTitle = (row: readonly CellValue[]): boolean =>
  row.some((cell) => cell !== null && matchTitle(textOf(cell)) !== null);

/** The sheet's header, or null when no row names a roster's columns. */
export function findHeader(sheet: ReadSheet): (Header & { fields: number }) | null {
  let best: (Header & { fields: number }) | null = null;
  for (let firstRow = 0; firstRow < Math.min(sheet.rows.length, searched); firstRow++) {
    for (let lastRow = firstRow; lastRow < Math.min(firstRow + tallest, sheet.rows.length); lastRow++) {
      const row = sheet.rows[lastRow] ?? [];
      if (row.length === 0 || holdsData(row)) break;
      if (lastRow > firstRow && !hasOwnTitle(row)) continue;
      const fields = fieldsNamed(titlesOf(sheet, { firstRow, lastRow }));
      if (fields >= 2 && fields > (best?.fields ?? 0)) best = { firstRow, lastRow, fields };
    }
  }
  return best && withGroupRow(sheet, best);
}

/** A row of group titles right above, merged over several columns, belongs to the header too. */
function withGroupRow(sheet: ReadSheet, header: Header & { fields: number }): Header & { fields: number } {
  const above = header.firstRow - 1;
  if (above < 0 || header.lastRow - above >= tallest) return header;
  const width = titlesOf(sheet, header).length;
  const groups = sheet.merges.filter(
    (merge) => merge.firstRow === above && (merge.lastRow > above || merge.lastColumn - merge.firstColumn + 1 < width * 0.8),
  );
  const reachesDown = groups.some((merge) => merge.lastRow >= header.firstRow);
  return reachesDown || groups.length > 1 ? { ...header, firstRow: above } : header;
}

/** The sheet that looks most like a roster, with its header; null when none does. */
export function findSheet(book: Book): { sheet: number; header: Header } | null {
  let best: { sheet: number; header: Header; score: number } | null = null;
  for (const [index, sheet] of book.sheets.entries()) {
    const header = findHeader(sheet);
    if (!header) continue;
    const filled = sheet.rows.slice(header.lastRow + 1).filter((row) => row.length > 0).length;
    const score = header.fields * 1000 + Math.min(filled, 900) - (sheet.hidden ? 5000 : 0);
    if (score > (best?.score ?? -Infinity)) best = { sheet: index, header, score };
  }
  return best && { sheet: best.sheet, header: { firstRow: best.header.firstRow, lastRow: best.header.lastRow } };
}
