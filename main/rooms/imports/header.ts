// Finds by itself where a table's header is: which rows, one to three of them, and what each column is called. Merged group
// titles are joined with their columns' own: 基本情况/姓名. A title line over the whole table is no part of it.
import { proposeColumns, readTitle } from '../../../shared/imports/titles.ts';
import { tidyWords } from '../../../shared/rules/text.ts';
import type { CellValue, ReadSheet } from '../../ground/excel/book.ts';

/** Rows count from 0; `lastRow` belongs to the header. */
export type Header = { firstRow: number; lastRow: number };

/** Columns count from 0; `lastColumn` belongs to them. */
export type Columns = { firstColumn: number; lastColumn: number };
export const everyColumn: Columns = { firstColumn: 0, lastColumn: Infinity };

/** A header stands in the first rows of a sheet, whatever titles lie above it. */
export const searched = 60;
const tallest = 3;

/** A stroke within a title is no joint of two. */
const partOf = (text: string): string => text.replaceAll('/', '／');

export const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined ? '' : tidyWords(String(value));

/** What a cell shows where merges spread their first cell over the rest. */
function spread(sheet: ReadSheet, row: number, column: number): string {
  const own = textOf(sheet.rows[row]?.[column]);
  if (own !== '') return own;
  const merge = sheet.merges.find(
    (area) => row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn,
  );
  return merge ? textOf(sheet.rows[merge.firstRow]?.[merge.firstColumn]) : '';
}

/** The title of every column from `firstColumn` on, '' where it has none. */
export function titlesOf(sheet: ReadSheet, header: Header, { firstColumn, lastColumn } = everyColumn): string[] {
  const rows = sheet.rows.slice(header.firstRow, header.lastRow + 1);
  const width = Math.min(Math.max(0, ...rows.map((row) => row.length)), lastColumn + 1) - firstColumn;
  const unmerged = sheet.merges.length === 0 && rows.length > 1;
  return Array.from({ length: Math.max(0, width) }, (_, index) => {
    const column = firstColumn + index;
    const parts: string[] = [];
    for (let row = header.firstRow; row <= header.lastRow; row++) {
      let part = spread(sheet, row, column);
      // A CSV keeps no merges: a group's title stands over its first column only.
      if (part === '' && unmerged && row < header.lastRow && textOf(sheet.rows[row + 1]?.[column]) !== '')
        for (let left = column - 1; left >= firstColumn && part === ''; left--) part = textOf(sheet.rows[row]?.[left]);
      if (part !== '' && parts.at(-1) !== partOf(part)) parts.push(partOf(part));
    }
    return parts.join('/');
  });
}

/** How many of the roster's fields a header names; 0 without a name column. */
const fieldsNamed = (titles: readonly string[]): number => {
  const fields = proposeColumns(titles).filter((field) => field !== null);
  return fields.includes('name') ? fields.length : 0;
};

/** 填报单位：… and 统计日期：… stand above a table, and are no title of its columns. */
const isStatement = (row: readonly CellValue[]): boolean => row.some((cell) => /[^:：]{2}[:：]\s*\S/.test(textOf(cell)));

/** A header's rows hold words: a long number or a phone belongs to the data. */
const holdsData = (row: readonly CellValue[]): boolean => row.some((cell) => cell !== null && /\d{6}/.test(String(cell)));

/** How many cells of a row are titles of their own, rather than what merges lend it. */
export const titlesIn = (row: readonly CellValue[]): number =>
  row.filter((cell) => cell !== null && String(cell).length <= 40 && readTitle(partOf(textOf(cell))).field !== null).length;

/** One text over (nearly) the whole table, as 沂城街道专职网格员花名册: a title line and no header. */
function isTitleLine(sheet: ReadSheet, row: number): boolean {
  const cells = sheet.rows[row] ?? [];
  const texts = cells.filter((cell) => textOf(cell) !== '');
  if (texts.length !== 1) return false;
  // A group's title stands alone in its row only over a header of one group, and then it is merged over less than all.
  const below = Math.max(0, ...[1, 2].map((next) => (sheet.rows[row + next] ?? []).filter((cell) => textOf(cell) !== '').length));
  const at = cells.findIndex((cell) => textOf(cell) !== '');
  const merge = sheet.merges.find((area) => area.firstRow === row && area.firstColumn === at);
  const width = merge ? merge.lastColumn - merge.firstColumn + 1 : 1;
  return at === 0 ? true : width >= below * 0.8;
}

export type FoundHeader = Header & { fields: number };

/**
 * The header from a row on, or null when no row names a roster's columns.
 * @param from the first row to look at @param until the last one that a header may begin in
 */
export function findHeader(sheet: ReadSheet, from = 0, until = Math.min(sheet.rows.length, searched) - 1): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (let firstRow = from; firstRow <= until; firstRow++) {
    if (isTitleLine(sheet, firstRow) || isStatement(sheet.rows[firstRow] ?? [])) continue;
    for (let lastRow = firstRow; lastRow < Math.min(firstRow + tallest, sheet.rows.length); lastRow++) {
      const row = sheet.rows[lastRow] ?? [];
      if (row.length === 0 || holdsData(row)) break;
      if (lastRow > firstRow && titlesIn(row) === 0) continue;
      const fields = fieldsNamed(titlesOf(sheet, { firstRow, lastRow }));
      if (fields >= 2 && fields > (best?.fields ?? 0)) best = { firstRow, lastRow, fields };
    }
  }
  return best && withGroupRow(sheet, best);
}

/** A row of group titles right above, merged over several columns, belongs to the header too. */
function withGroupRow(sheet: ReadSheet, header: FoundHeader): FoundHeader {
  const above = header.firstRow - 1;
  if (above < 0 || header.lastRow - above >= tallest || isTitleLine(sheet, above) || isStatement(sheet.rows[above] ?? []))
    return header;
  const width = titlesOf(sheet, header).length;
  const groups = sheet.merges.filter(
    (merge) => merge.firstRow === above && (merge.lastRow > above || merge.lastColumn - merge.firstColumn + 1 < width * 0.8),
  );
  const reachesDown = groups.some((merge) => merge.lastRow >= header.firstRow);
  return reachesDown || groups.length > 1 ? { ...header, firstRow: above } : header;
}
