// The tables of people in a file: several sheets, two beside each other on one sheet, one below the other with other columns. Which
// of them are the present roster is proposed and said, never decided in silence.
import { mostTables } from '../../../shared/imports/rowNumber.ts';
import { otherListIn } from '../../../shared/imports/owners.ts';
import { proposeColumns, readTitles } from '../../../shared/imports/titles.ts';
import { withoutBlanks } from '../../../shared/rules/text.ts';
import type { Book, CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { type Columns, findHeader, type Header, textOf, titlesIn, titlesOf } from './header.ts';

/** Rows and columns count from 0; `lastRow` belongs to it. */
export type Table = Columns & {
  sheet: number;
  header: Header;
  /** The first row that may hold its title. */
  firstRow: number;
  lastRow: number;
  /** Where it stands on a sheet of several: 左, 右 … */
  side: string;
};

export const cellsOf = (sheet: ReadSheet, table: Table, row: number): readonly CellValue[] =>
  (sheet.rows[row] ?? []).slice(table.firstColumn, table.lastColumn + 1);

export const titlesOfTable = (sheet: ReadSheet, table: Table): string[] => titlesOf(sheet, table.header, table);

/** Every table that looks like a roster, from the top and from the left. */
export function findTables(sheet: ReadSheet, index: number): Table[] {
  const header = findHeader(sheet);
  return header ? tablesFrom(sheet, index, header) : [];
}

/** The tables under a header, and those below it. */
export function tablesFrom(sheet: ReadSheet, index: number, header: Header): Table[] {
  const tables: Table[] = [];
  let above = 0;
  for (let next: Header | null = header; next && tables.length < mostTables; ) {
    const own: Header = { firstRow: next.firstRow, lastRow: next.lastRow };
    const following = nextHeader(sheet, own);
    const lastRow = following ? titlesAbove(sheet, following.firstRow, own.lastRow) - 1 : sheet.rows.length - 1;
    for (const { columns, side } of besideEachOther(sheet, own).slice(0, mostTables - tables.length))
      tables.push({ sheet: index, header: own, ...columns, firstRow: above, lastRow, side });
    above = lastRow + 1;
    next = following;
  }
  return tables;
}

/** The first row of the blank rows and single texts right above a header: they are its title. */
function titlesAbove(sheet: ReadSheet, headerRow: number, after: number): number {
  let first = headerRow;
  while (first - 1 > after && (sheet.rows[first - 1] ?? []).filter((cell) => textOf(cell) !== '').length <= 1) first--;
  return first;
}

/** Whether a title stands right above a header that another table's doesn't have. */
function hasOwnTitle(sheet: ReadSheet, row: number, former: Header): boolean {
  const titles = (headerRow: number, after: number): string =>
    sheet.rows
      .slice(titlesAbove(sheet, headerRow, after), headerRow)
      .flatMap((cells) => cells.map(textOf).filter((text) => text !== ''))
      .join('\n');
  const own = titles(row, former.lastRow);
  return own !== '' && own !== titles(former.firstRow, -1);
}

/** A header further down whose columns differ; the same header printed again is none. */
function nextHeader(sheet: ReadSheet, header: Header): Header | null {
  const titles = titlesOf(sheet, header);
  const lasts = titles.map((title) => withoutBlanks(title.split('/').at(-1) ?? ''));
  for (let row = header.lastRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const texts = cells.filter((cell) => textOf(cell) !== '');
    if (texts.length < 2 || texts.some((cell) => typeof cell === 'number')) continue;
    const named = titlesIn(cells);
    if (
      named < 2 ||
      named * 2 < texts.length ||
      !proposeColumns(cells.map((cell) => textOf(cell).replaceAll('/', '／'))).includes('name')
    )
      continue;
    const isRepeated = cells.every((cell, column) => {
      const text = withoutBlanks(textOf(cell));
      return text === '' || text === lasts[column] || titles[column]?.split('/').some((part) => withoutBlanks(part) === text);
    });
    // Printed again on the next page it is one table; under a title of its own another.
    if (isRepeated && !hasOwnTitle(sheet, row, header)) continue;
    const found = findHeader(sheet, Math.max(row - 1, header.lastRow + 1), row);
    if (found) return { firstRow: found.firstRow, lastRow: found.lastRow };
  }
  return null;
}

/** A header that names a worker twice heads two tables: 社区 姓名 电话 | 社区 姓名 电话. */
function besideEachOther(sheet: ReadSheet, header: Header): { columns: Columns; side: string }[] {
  const titles = titlesOf(sheet, header);
  const read = readTitles(titles);
  const names = read.flatMap(({ field, owner }, column) => (field === 'name' && owner.of === 'worker' ? [column] : []));
  const starts = [0];
  for (const [index, name] of names.entries()) {
    const before = names[index - 1];
    if (before === undefined) continue;
    const start = startOf(titles, starts.at(-1) ?? 0, before, name);
    if (start !== null) starts.push(start);
  }
  const blocks = starts.map((firstColumn, index) => ({ firstColumn, lastColumn: (starts[index + 1] ?? titles.length) - 1 }));
  const areTables = blocks.every(
    (columns) => proposeColumns(titles.slice(columns.firstColumn, columns.lastColumn + 1)).filter(Boolean).length >= 2,
  );
  if (blocks.length < 2 || !areTables) return [{ columns: { firstColumn: 0, lastColumn: titles.length - 1 }, side: '' }];
  const sides = blocks.length === 2 ? ['左边', '右边'] : blocks.map((_, index) => `左起第 ${index + 1} 栏`);
  return blocks.map((columns, index) => ({ columns, side: sides[index] ?? '' }));
}

/** Where the next table begins: after an empty column, else where the first title, or any of the last table's, comes again. */
function startOf(titles: readonly string[], first: number, before: number, name: number): number | null {
  for (let column = name - 1; column > before; column--) if (titles[column] === '') return column + 1;
  const again = titles.slice(0, name + 1).lastIndexOf(titles[first] ?? '');
  if (again > before) return again;
  for (let column = before + 1; column <= name; column++)
    if (titles.slice(first, before + 1).includes(titles[column] ?? '')) return column;
  return null;
}

/** A table as it is offered, with the words above it. */
export type Offered = { table: Table; people: number; keys: ReadonlySet<string>; signature: string; titles: readonly string[] };
export type Proposal = { chosen: boolean; why: string };

/** Sheets that are no list at all. */
const noList = /样表|模板|示例|说明/;

/** 2026年9月 → 202609, 2025 → 202500; null without a year or a month. */
function periodOf(name: string): number | null {
  const year = /(20\d\d)\s*[年.\-/]?/.exec(name)?.[1];
  const month = /(?<!\d)(1[0-2]|0?[1-9])\s*月/.exec(name)?.[1] ?? /20\d\d[年.\-/](1[0-2]|0?[1-9])(?!\d)/.exec(name)?.[1];
  if (year === undefined && month === undefined) return null;
  return Number(year ?? 0) * 100 + Number(month ?? 0);
}

/**
 * Which tables are read, unless the person says otherwise: the sheet that was open when the file was saved, else the newest by its
 * name, else the longest; and beside it those of the same columns that name other people.
 */
export function propose(book: Book, offered: readonly Offered[]): Proposal[] {
  const sheetOf = ({ table }: Offered): ReadSheet | undefined => book.sheets[table.sheet];
  const nameOf = (one: Offered): string => sheetOf(one)?.name ?? '';
  const usable = offered.filter((one) => one.people > 0 && sheetOf(one)?.hidden === false);
  const pool = usable.length > 0 ? usable : offered.filter((one) => one.people > 0);
  const othersIn = (one: Offered): string | null =>
    noList.exec(nameOf(one))?.[0] ?? [nameOf(one), ...one.titles].flatMap((words) => otherListIn(words) ?? [])[0] ?? null;
  const current = pool.filter((one) => othersIn(one) === null);
  const candidates = current;
  const [base] = candidates.toSorted(
    (one, other) =>
      Number(sheetOf(other)?.active ?? false) - Number(sheetOf(one)?.active ?? false) ||
      (periodOf(nameOf(other)) ?? 0) - (periodOf(nameOf(one)) ?? 0) ||
      other.people - one.people,
  );
  const known = new Set<string>();
  const chosen = new Map<Offered, string>();
  const take = (one: Offered, why: string): void => {
    chosen.set(one, why);
    for (const key of one.keys) known.add(key);
  };
  if (base) {
    const why = sheetOf(base)?.active ? '保存文件时打开的就是这张表' : '';
    for (const one of candidates) if (one.table.sheet === base.table.sheet) take(one, offered.length > 1 ? why : '');
  }
  return offered.map((one) => {
    const taken = chosen.get(one);
    if (taken !== undefined) return { chosen: true, why: taken };
    if (one.people === 0) return { chosen: false, why: '没有人员' };
    if (sheetOf(one)?.hidden) return { chosen: false, why: '隐藏的工作表' };
    const others = othersIn(one);
    if (others !== null) return { chosen: false, why: `表名或标题里写着“${others}”，没有读入；要读入请勾选` };
    if (!base) return { chosen: false, why: '没有选，不读入' };
    const [period, basePeriod] = [periodOf(nameOf(one)), periodOf(nameOf(base))];
    if (period !== null && basePeriod !== null && period !== basePeriod)
      return { chosen: false, why: '从表名看是另一个时期的表' };
    const same = [...one.keys].filter((key) => known.has(key)).length;
    if (same > 0) return { chosen: false, why: `有 ${same} 人与已选的表相同` };
    if (one.signature !== base.signature) return { chosen: false, why: '列与已选的表不同，要导入请勾选' };
    take(one, '');
    return { chosen: true, why: '列相同，人员不重复' };
  });
}
