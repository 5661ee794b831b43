// An import as the wizard sees it: what was found in the file, what is read of it, and what has to be said before anything is judged.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { rowNumber } from '../../../shared/imports/rowNumber.ts';
import type { HeaderRows, ImportColumn, ImportState, ImportTable } from '../../../shared/imports/wizard.ts';
import { maskNumberIn } from '../../../shared/rules/masking.ts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';
import type { Book } from '../../ground/excel/book.ts';
import { type FileTable, type FileTables, lacksPlace, needsPlace } from './fileTables.ts';
import type { Header } from './header.ts';
import { mixedOwnersOf, remarksOn } from './layouts.ts';
import { masked } from './masked.ts';
import type { ImportSession } from './session.ts';
import type { Doubt } from './notServing.ts';
import { cellsOf } from './tables.ts';

const kindWords: Record<Book['kind'], string> = { xls: 'Excel 97-2003', xlsx: 'Excel', csv: 'CSV', html: '网页表格' };
/** Remarks of the reader that are told one by one. */
const mostRemarks = 20;

const asShown = ({ firstRow, lastRow }: Header): HeaderRows => ({ firstRow: firstRow + 1, lastRow: lastRow + 1 });

export function importState(session: ImportSession, officeIsEmpty: boolean, undone: boolean): ImportState {
  const { book, tables, viewed } = session;
  const encoding = book.encoding === null ? '' : `，${book.encoding}`;
  const { read } = tables;
  return {
    id: session.id,
    fileName: session.fileName,
    fileKind: `${kindWords[book.kind]}${encoding}`,
    step: session.step,
    sheets: book.sheets.map(({ name, hidden, rows }) => ({ name: masked(null, name), hidden, rows: rows.length })),
    tables: tables.all.map((one) => tableState(session, one)),
    table: viewed && tables.all.indexOf(viewed),
    sheet: session.sheetIndex,
    header: viewed && asShown(viewed.table.header),
    columns: viewed ? columnsOf(viewed) : [],
    remembered: viewed !== null && viewed.layout.recalled !== null,
    people: read.reduce((sum, { sorted }) => sum + sorted.people.length, 0),
    labels: tables.labels,
    hiddenPeople: read.reduce((sum, { sorted }) => sum + sorted.hidden, 0),
    struckPeople: countDoubts(read, (doubt) => doubt.struck),
    othersPeople: countDoubts(read, (doubt) => !doubt.struck),
    carried: session.carried,
    mixedOwners: mixedOwnersOf(session.layouts),
    stops: stopsOf(tables),
    remarks: remarksOf(session),
    leftOut: leftOutOf(session).slice(0, 500),
    options: session.options,
    officeIsEmpty,
    cutShort: read.some(({ sheet }) => sheet.cutShort) || (viewed === null && session.sheet.cutShort),
    result: session.result && { ...session.result, undone },
    resultLeft: session.resultLeft,
  };
}

function tableState({ book, layouts }: ImportSession, one: FileTable): ImportTable {
  const { table, sheet, layout, sorted, chosen, why, place } = one;
  const stacked = table.side === '' && table.firstRow > 0 ? `第 ${table.header.firstRow + 1} 行起` : '';
  return {
    name: masked(null, `${book.sheets.length > 1 ? `“${sheet.name}”` : ''}${table.side}${stacked}`) || '整张表',
    sheet: table.sheet,
    header: asShown(table.header),
    people: sorted.people.length,
    chosen,
    why: masked(null, why),
    lacksPlace: lacksPlace(layout),
    needsPlace: needsPlace(layout),
    place: masked(null, place),
    layout: layouts.indexOf(layout),
  };
}

function columnsOf({ table, sheet, layout, sorted }: FileTable): ImportColumn[] {
  const sampled = sorted.people.slice(0, 40).map((row) => cellsOf(sheet, table, row));
  const remarks = remarksOn(layout);
  const hidden = (index: number): boolean => sheet.hiddenColumns.has(table.firstColumn + index);
  return layout.titles.map((title, index) => {
    const field: ImportField | null = layout.fields[index] ?? null;
    const values = sampled.map((cells) => cells[index] ?? null).filter((value) => value !== null);
    return {
      index,
      letters: columnLetters(sheet.firstColumn + table.firstColumn + index),
      title: masked(null, title),
      field,
      remark: masked(null, [hidden(index) ? '文件里隐藏着的列' : '', remarks[index] ?? ''].filter(Boolean).join('；')),
      samples: [...new Set(values.map((value) => masked(field, maskNumberIn(String(value)))))].slice(0, 3),
    };
  });
}

const countDoubts = (read: readonly FileTable[], counts: (doubt: Doubt) => boolean): number =>
  read.reduce((sum, { doubts }) => sum + [...doubts.values()].filter(counts).length, 0);

function leftOutOf({ tables }: ImportSession): ImportState['leftOut'] {
  return tables.read.flatMap((one) =>
    one.sorted.leftOut.map(({ row, reason, text }) => ({ row: rowNumber(one.number, row + 1), reason, text })),
  );
}

/** What stops the reading: formulas that nobody has calculated would come in silently empty. */
export function stopsOf(tables: FileTables): string[] {
  return tables.read.flatMap((one) => {
    const { sheet, table, layout } = one;
    const columns = new Set(
      sheet.uncalculated.flatMap(({ row, column }) => {
        const index = column - table.firstColumn;
        const isRead = row > table.header.lastRow && row <= table.lastRow && (layout.fields[index] ?? null) !== null;
        return isRead ? [layout.titles[index]?.split('/').at(-1) || `${columnLetters(sheet.firstColumn + column)} 列`] : [];
      }),
    );
    if (columns.size === 0) return [];
    const where = tables.labels[one.number] ?? '';
    return [
      `${where}“${[...columns].join('”“')}”列里的公式还没有计算，读出来是空的。请用 WPS 或 Excel 打开这个文件，保存一次再导入；不需要这一列的，请改成“不导入”。`,
    ];
  });
}

function remarksOf({ tables }: ImportSession): string[] {
  const told = tables.read.flatMap((one) => {
    const { sheet } = one;
    const where = tables.labels[one.number] ?? '';
    const repaired = sheet.remarks.map(({ row, words }) => `${where}第 ${row + 1} 行：${words}`);
    const cut = sheet.columnsCut > 0 ? [`${where}右边还有 ${sheet.columnsCut} 列有内容，超出了能读的列数，没有读`] : [];
    return [...cut, ...repaired];
  });
  const sheets = new Map(tables.read.map((one) => [one.sheet, one]));
  const unique = sheets.size === tables.read.length ? told : [...new Set(told)];
  return [
    ...unique.slice(0, mostRemarks),
    ...(unique.length > mostRemarks ? [`另有 ${unique.length - mostRemarks} 处同样的情况`] : []),
  ].map((words) => masked(null, words));
}
