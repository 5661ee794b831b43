// What every sheet that goes out looks like, as data: title, unit line, header, rows, totals, signature line, paper. A report
// only says its columns and rows; layout.ts measures them, and they are written as a workbook (ground/excel) or drawn as pages
// (ground/pdf), so that no report can leave the frame.

/**
 * text: any words. code: digits that are never a number (ID numbers, phones, area codes); it never wraps. number: adds up.
 * day: 2026-09-30, month: 1985.03, both written as text. photo: a JPEG in the cell.
 */
export type ColumnKind = 'text' | 'code' | 'number' | 'day' | 'month' | 'photo';

export type Column = {
  /** As printed. */
  title: string;
  /** Columns next to each other with one group share a header cell above their titles. */
  group?: string;
  kind: ColumnKind;
  /** Words that are read rather than looked up stand left; everything else is centred. */
  left?: true;
  /** Units it keeps even when empty: room for the pen. */
  least?: number;
  /** Adds up in the 合计 row. */
  total?: true;
};

/** A photo cell holds the JPEG's bytes; an unknown value is null and stays blank. */
export type Cell = string | number | null | Uint8Array;
export type Row = readonly Cell[];

export type Paper = 'A4' | 'A3';

export type Frame = {
  /** The sheet's tab. */
  name: string;
  title: string;
  /** 填报单位. */
  unit: string;
  /** 统计日期, YYYY-MM-DD. */
  asOf: string;
  /** 单位：人, 个 or 元, where it applies. */
  measure: string | null;
  /** What the rows are narrowed to: 社区总支 石桥. Left out or empty: nothing. */
  scope?: string;
  /** The office's telephone in the signature line; empty: left for the pen. */
  phone: string;
  paper: Paper;
  columns: readonly Column[];
  /** The column by whose values the rows belong together: after those of each stand their sums (小计). */
  subtotalBy?: number;
};

/** `2026年9月30日`. */
export const writtenDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** The second row's parts, left to right. */
export const unitLine = (frame: Frame): string[] => [
  `填报单位（盖章）：${frame.unit}${frame.scope ? `　　范围：${frame.scope}` : ''}`,
  `统计日期：${writtenDay(frame.asOf)}`,
  ...(frame.measure ? [`单位：${frame.measure}`] : []),
];

/** The signature line's parts, each of which begins at its quarter of the width. */
export const signatureLabels = (frame: Frame): string[] => ['单位负责人：', '审核人：', '填报人：', `联系电话：${frame.phone}`];

/** The signature line as one text of `width` (a Chinese character counts two). */
export function signatureLine(frame: Frame, width: number): string {
  return signatureLabels(frame)
    .map((label) => {
      const taken = Array.from(label).reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
      return label + '　'.repeat(Math.max(2, Math.floor((width / 4 - taken) / 2)));
    })
    .join('');
}

export type HeaderCell = { title: string; row: 0 | 1; column: number; rows: 1 | 2; columns: number };

/** The header as cells to merge: one row, or two where any column has a group. */
export function headerCells(columns: readonly Column[]): { rows: 1 | 2; cells: HeaderCell[] } {
  if (columns.every((column) => column.group === undefined))
    return { rows: 1, cells: columns.map(({ title }, column) => ({ title, row: 0, column, rows: 1, columns: 1 })) };
  const cells: HeaderCell[] = [];
  for (const [index, column] of columns.entries()) {
    if (column.group === undefined) {
      cells.push({ title: column.title, row: 0, column: index, rows: 2, columns: 1 });
      continue;
    }
    const open = cells.findLast((cell) => cell.row === 0);
    if (open && open.title === column.group && open.column + open.columns === index && open.rows === 1) open.columns++;
    else cells.push({ title: column.group, row: 0, column: index, rows: 1, columns: 1 });
    cells.push({ title: column.title, row: 1, column: index, rows: 1, columns: 1 });
  }
  return { rows: 2, cells };
}

/** Of a masked number its stars become an ellipsis: without them it would look like another number. */
const named = (text: string): string =>
  text.replaceAll(/(?<=\d)\*+(?=[\dXx])/g, '…').replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '');

/** Of what a file's name may say of the rows, so that Windows takes the whole path. */
const longestScope = 60;

/** As much of it as a file's name may say; where it says less than all, it ends with 等. */
function shortened(scope: string): string {
  const marks = Array.from(scope);
  if (marks.length <= longestScope) return scope;
  const said = marks.slice(0, longestScope - 1).join('');
  const whole = said.lastIndexOf('、');
  return `${whole > 0 ? said.slice(0, whole) : said}等`;
}

/** `沂城街道专职网格员花名册_20260930.xlsx`; what a file name may not hold is left out. */
export function fileName({ title, asOf, scope = '' }: Pick<Frame, 'title' | 'asOf' | 'scope'>, ending = 'xlsx'): string {
  const of = scope === '' ? '' : `_${shortened(named(scope))}`;
  return `${named(title)}${of}_${asOf.replaceAll('-', '')}.${ending}`;
}
