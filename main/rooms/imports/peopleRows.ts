// Tells a sheet's people from what else stands between and below them: blank rows, remarks under the header, a header printed
// again, 小计 and 合计, the line for signatures. What is left out is kept with its reason, to be shown.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { LeftOutReason } from '../../../shared/imports/wizard.ts';
import { halfWidth, tidyWords, withoutBlanks } from '../../../shared/rules/text.ts';
import type { CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { type Header, titlesOf } from './header.ts';
import { masked } from './masked.ts';

/** Rows count from 0; `text` is masked. */
export type LeftOut = { row: number; reason: LeftOutReason; text: string };
export type SortedRows = { people: number[]; leftOut: LeftOut[] };

const total = /^(本页|本表|全街道?|街道)?(小计|合计|总计|共计)([(（].*)?[:：]?$/;
const signers =
  '(单位)?(主要|分管)?(负责人|领导|审核人?|审批人?|填报人|填表人|制表人?|经办人|联系人|联系电话|(填报|制表|填表)(日期|时间)|签字|盖章|注|备注|说明)';
const signature = new RegExp(`^${signers}([(（][^)）]*[)）])?[:：]`);
const remark = /必填|选填|填写|格式|示例|例如|如[:：]|样例|不填|下拉|请勿/;
const column = /^([(（]?\d{1,2}[)）]?|[A-Z]|[甲乙丙丁戊己庚辛壬癸])$/;

const words = (row: readonly CellValue[]): string[] =>
  row.flatMap((cell) => (cell === null ? [] : [tidyWords(String(cell))])).filter(Boolean);

const digitsIn = (value: CellValue | undefined): number =>
  value === null || value === undefined ? 0 : (halfWidth(String(value)).match(/\d/g)?.length ?? 0);

/** @param fields the field of each column, null for one that is left out */
export function sortRows(sheet: ReadSheet, header: Header, fields: readonly (ImportField | null)[]): SortedRows {
  const people: number[] = [];
  const leftOut: LeftOut[] = [];
  const at = (field: ImportField): number => fields.indexOf(field);
  const [nameAt, idAt, mobileAt, noteAt] = [at('name'), at('idNumber'), at('mobile'), at('note')];
  const unmatched = fields.every((field) => field === null);
  /** Where remarks on how to fill a column in stand. */
  const belowHeader = (row: number): boolean => row - header.lastRow <= 2;
  const titles = new Set(titlesOf(sheet, header).flatMap((title) => title.split('/').map(withoutBlanks)));
  for (const [row, cells] of sheet.rows.entries()) {
    const texts = words(cells);
    const leave = (reason: LeftOutReason): void => {
      leftOut.push({ row, reason, text: masked(null, texts.join(' ')).slice(0, 60) });
    };
    if (row < header.firstRow) {
      if (texts.length > 0) leave('title');
      continue;
    }
    if (row <= header.lastRow) {
      leave('header');
      continue;
    }
    // Until the first column is matched, any row of several cells may be a person.
    const mapped = unmatched
      ? texts.length > 1
      : fields.some((field, index) => field !== null && words([cells[index] ?? null]).length > 0);
    const identified = digitsIn(cells[idAt]) >= 10;
    const numbered = identified || digitsIn(cells[mobileAt]) >= 7;
    const outsideNotes = words(cells.filter((_, index) => index !== noteAt));
    if (texts.length === 0 || (!mapped && !numbered && texts.every((text) => /^\d+$/.test(text)))) leave('blank');
    else if (identified) people.push(row);
    else if (outsideNotes.some((text) => signature.test(withoutBlanks(text)))) leave('signature');
    else if (belowHeader(row) && (outsideNotes.some((text) => remark.test(text)) || texts.every((text) => column.test(text))))
      leave('remark');
    else if (numbered) people.push(row);
    else if (texts.some((text) => total.test(withoutBlanks(text)))) leave('total');
    else if (texts.length > 1 && texts.every((text) => titles.has(withoutBlanks(text)))) leave('repeatedHeader');
    else if (!mapped || (texts.length === 1 && words([cells[nameAt] ?? null]).length === 0)) leave('remark');
    else people.push(row);
  }
  return { people, leftOut };
}
