// Tells a table's people from what else stands between and below them: blank rows, remarks and samples under the header, a header
// printed again, 小计 and 合计, the line for signatures, rows that were hidden or filtered away. What is left out is kept with its
// reason, to be shown.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { LeftOutReason } from '../../../shared/imports/wizard.ts';
import { halfWidth, tidyWords, withoutBlanks } from '../../../shared/rules/text.ts';
import type { CellValue, ReadSheet } from '../../ground/excel/book.ts';
import { masked } from './masked.ts';
import { type Section, sectionIn } from './sections.ts';
import { cellsOf, type Table, titlesOfTable } from './tables.ts';

/** Rows count from 0; `text` is masked. */
export type LeftOut = { row: number; reason: LeftOutReason; text: string };
/** `hidden`: people's rows that the file hides, whether they are taken or not. `blanks`: rows in which nothing stands. */
export type SortedRows = {
  people: number[];
  leftOut: LeftOut[];
  hidden: number;
  sections: Section[];
  blanks: ReadonlySet<number>;
};

const total = /^(本页|本表|全街道?|街道)?(小计|合计|总计|共计)([(（].*)?[:：]?(\d+(人|名|个)?)?$/;
const counted = /^(本页|本表|以上)?共计?\d+(人|名|个)$/;
const signers =
  '(单位)?(主要|分管)?(负责人|领导|审核人?|审批人?|填报人|填表人|制表人?|经办人|联系人|联系电话|(填报|制表|填表)(日期|时间)|签字|盖章|注|备注|说明)';
const signature = new RegExp(`^${signers}([(（][^)）]*[)）])?[:：]`);
const remark = /必填|选填|填写|格式|示例|例如|如[:：]|样例|不填|下拉|请勿/;
const column = /^([(（]?\d{1,2}[)）]?|[A-Z]|[甲乙丙丁戊己庚辛壬癸])$/;
const sample = /^[(（【[]?(示例|样例|范例|举例|例)([)）】\]]|[:：]|\d|$)|^(例如|比如|如)[:：]|[(（](示例|样例|范例|例)[)）]/;

const words = (row: readonly CellValue[]): string[] =>
  row.flatMap((cell) => (cell === null ? [] : [tidyWords(String(cell))])).filter(Boolean);

const digitsIn = (value: CellValue | undefined): number =>
  value === null || value === undefined ? 0 : (halfWidth(String(value)).match(/\d/g)?.length ?? 0);

/**
 * @param fields the field of each column of the table, null for one that is left out
 * @param takeHidden rows that are hidden or filtered away are people too
 */
export function sortRows(
  sheet: ReadSheet,
  table: Table,
  fields: readonly (ImportField | null)[],
  takeHidden = false,
): SortedRows {
  const people: number[] = [];
  const leftOut: LeftOut[] = [];
  let hidden = 0;
  const sections: Section[] = [];
  const blanks = new Set<number>();
  const { header } = table;
  const at = (field: ImportField): number => fields.indexOf(field);
  const [nameAt, idAt, mobileAt, noteAt] = [at('name'), at('idNumber'), at('mobile'), at('note')];
  const unmatched = fields.every((field) => field === null);
  const beside = fields.flatMap((field, index) => (field === null || field === 'note' || field === 'name' ? [] : [index]));
  /** Where remarks on how to fill a column in stand. */
  const belowHeader = (row: number): boolean => row - header.lastRow <= 2;
  const own = titlesOfTable(sheet, table);
  /** What this program said of each row, where its own marked copy comes back. */
  const resultAt = own.findLastIndex((title) => title === '导入结果');
  const titles = new Set(own.flatMap((title) => title.split('/').map(withoutBlanks)));
  for (let row = table.firstRow; row <= Math.min(table.lastRow, sheet.rows.length - 1); row++) {
    const cells = cellsOf(sheet, table, row);
    const texts = words(cells);
    const leave = (reason: LeftOutReason): void => {
      leftOut.push({ row, reason, text: masked(null, texts.join(' ')).slice(0, 60) });
    };
    const take = (): void => {
      const away = sheet.hiddenRows.get(row);
      if (away !== undefined) hidden++;
      if (away === undefined || takeHidden) people.push(row);
      else leave(away);
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
    const outsideNotes = words(cells.filter((_, index) => index !== noteAt && index !== resultAt));
    const named = words([cells[nameAt] ?? null])[0] ?? '';
    // A merged cell gives its words to the first of its rows only: a name alone is a person all the same.
    const isBare = !mapped || (texts.length === 1 && named === '') || isNote(named, beside, cells);
    const section = texts.length === 1 ? sectionIn(row, texts[0] ?? '') : null;
    if (texts.length === 0) blanks.add(row);
    if (texts.length === 0 || (!mapped && !numbered && texts.every((text) => /^\d+$/.test(text)))) leave('blank');
    else if (section && !identified && !numbered) {
      sections.push(section);
      leave('section');
    } else if (outsideNotes.some((text) => sample.test(withoutBlanks(text)))) leave('sample');
    else if (identified) take();
    else if (outsideNotes.some((text) => /^(注|备注|说明)[:：]/.test(withoutBlanks(text)))) leave('remark');
    else if (outsideNotes.some((text) => signature.test(withoutBlanks(text)))) leave('signature');
    else if (belowHeader(row) && (outsideNotes.some((text) => remark.test(text)) || texts.every((text) => column.test(text))))
      leave('remark');
    else if (numbered) take();
    else if (texts.some((text) => total.test(withoutBlanks(text))) || counted.test(withoutBlanks(texts.join('')))) leave('total');
    else if (texts.length > 1 && texts.every((text) => titles.has(withoutBlanks(text)))) leave('repeatedHeader');
    else if (isBare) leave('remark');
    else take();
  }
  return { people, leftOut, hidden, sections, blanks };
}

/** A sentence that happens to stand in the column of names, alone in its row. */
const isNote = (named: string, beside: readonly number[], cells: readonly CellValue[]): boolean =>
  named.length > 12 && /[，。；：、]/.test(named) && beside.every((index) => words([cells[index] ?? null]).length === 0);
