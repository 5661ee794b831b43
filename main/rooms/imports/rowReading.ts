// What is gathered while one row is read: its values, the cells that were tidied, and what is wrong.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { IssueChoice, IssueLevel, Question } from '../../../shared/imports/preview.ts';
import type { FirstDayPrecision } from '../../../shared/roster/words.ts';
import type { Sex } from '../../../shared/rules/idNumber.ts';
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { tidyWords } from '../../../shared/rules/text.ts';
import type { CellValue } from '../../ground/excel/book.ts';
import { meaningOf } from './cellMeaning.ts';
import type { Words } from './words.ts';

/** What a row says; a field it doesn't say is missing, never null: an empty cell changes nothing. */
export type RowValues = {
  name?: string;
  sex?: Sex;
  ethnicity?: string;
  /** YYYY-MM */
  birthMonth?: string;
  idNumber?: string;
  idNumberConfirmed?: true;
  /** An ID number hidden in the middle, as `readMaskedNumber` gives it; without `idNumber`. */
  maskedNumber?: string;
  education?: string;
  politics?: string;
  mobile?: string;
  mobileConfirmed?: true;
  /** Of several numbers in the cell those that weren't chosen: the roster may know the person by one of them. */
  otherMobiles?: readonly string[];
  landline?: string;
  /** YYYY-MM */
  startedWork?: string;
  firstDay?: { day: string; precision: Exclude<FirstDayPrecision, 'unknown'> };
  hiringSource?: string;
  formerFamilyPlanning?: boolean;
  employer?: string;
  propertyCompany?: string;
  note?: string;
  branch?: string;
  community?: string;
  compound?: string;
  /** 15 digits */
  gridCode?: string;
  gridName?: string;
  communityPhone?: string;
  secretary?: string;
};

/** `question`: what it asks, where that isn't about the cell itself. */
export type CellIssue = {
  field: ImportField;
  question?: Question;
  level: IssueLevel;
  value: string;
  reason: string;
  choices: IssueChoice[];
};

export type RowCells = Readonly<Partial<Record<ImportField, CellValue>>>;

/** How the whole file is to be read. */
export type ReadingOptions = {
  /** No birth and no first day lies after it. */
  today: string;
  words: Words;
  /** 参加工作时间 is the first day in the grid. */
  startedWorkIsFirstDay: boolean;
  /** Whether the column of a row keeps numbers as text and has lost trailing zeros, so 1985.1 may be October. */
  zerosLost: (row: number, field: ImportField) => boolean;
};

const longestShown = 60;
const shortened = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}……` : text);

export class RowReading {
  readonly values: RowValues = {};
  readonly tidied = new Map<ImportField, string>();
  readonly issues: CellIssue[] = [];
  readonly #cells: RowCells;
  readonly #meant: Partial<Record<ImportField, CellValue>> = {};
  readonly #decisions: ReadonlyMap<Question, string>;

  /** @param above what the columns say in the rows above, for 同上 */
  constructor(cells: RowCells, decisions: ReadonlyMap<Question, string>, above: RowCells) {
    this.#cells = cells;
    this.#decisions = decisions;
    for (const [field, cell] of Object.entries(cells) as [ImportField, CellValue][])
      this.#mean(field, cell, above[field] ?? null);
  }

  /** As it is meant; null where it says nothing. */
  cell(field: ImportField): CellValue {
    return this.#meant[field] ?? null;
  }

  text(field: ImportField): string {
    const cell = this.cell(field);
    return cell === null ? '' : tidyWords(String(cell));
  }

  /** What the person has answered about this cell. */
  decision(field: ImportField): string | null {
    return this.#decisions.get(field) ?? null;
  }

  /** Remembers the cell's own text where something else goes in. */
  tidy(field: ImportField, result: string): void {
    const cell = this.#cells[field] ?? null;
    if (cell !== null && String(cell) !== result) this.tidied.set(field, String(cell));
  }

  refuse(field: ImportField, value: string, reason: string): void {
    this.issues.push({ field, level: 'refuse', value, reason, choices: [] });
  }

  /** Holds the row until somebody has looked; true when that is done. */
  confirm(field: ImportField, value: string, reason: string, label: string): boolean {
    this.#ask({ field, level: 'confirm', value, reason, choices: [{ value: 'confirmed', label }] });
    return this.decision(field) === 'confirmed';
  }

  convert(field: ImportField, value: string, reason: string, choices: IssueChoice[]): void {
    this.#ask({ field, level: 'convert', value, reason, choices });
  }

  /** A cell that is struck through or hidden in part goes in as the rest of it, once somebody has agreed. @param whole as written */
  askRest(field: ImportField, whole: string): void {
    const shown = (text: string): string => maskNumbersIn(shortened(tidyWords(text)), 'judge');
    const [written, rest] = [shown(whole), shown(this.text(field))];
    const label = rest === '' ? '当作没有填写' : `按没有划的“${rest}”写入`;
    this.confirm(field, written, `有一部分划了删除线或不显示：“${written}”，请核对`, label);
  }

  hasIssue(field: ImportField): boolean {
    return this.issues.some((issue) => issue.field === field);
  }

  /** A cell is asked about once, since it has one answer: what is odd about it besides is said with it, or has to be mended first. */
  #ask(issue: CellIssue): void {
    const asked = this.issues.find(({ field, level }) => field === issue.field && level !== 'refuse');
    if (!asked) this.issues.push(issue);
    else if ([...asked.choices, ...issue.choices].every(({ value }) => value === 'confirmed'))
      asked.reason = `${asked.reason}；${issue.reason}`;
    else this.refuse(issue.field, issue.value, issue.reason);
  }

  #mean(field: ImportField, cell: CellValue, above: CellValue): void {
    const meaning = meaningOf(field, cell, above);
    if (meaning.kind === 'refused') this.refuse(field, tidyWords(String(cell)), meaning.reason);
    else if (meaning.kind === 'nothing') this.tidy(field, '');
    else if (meaning.kind === 'value') this.#meant[field] = meaning.value;
    else {
      const { value, corrected, reason, label } = meaning;
      this.#meant[field] = value;
      this.tidy(field, value === null ? '' : String(value));
      this.#ask({
        field,
        level: corrected ? 'convert' : 'confirm',
        value: tidyWords(String(cell)),
        reason,
        choices: [{ value: 'confirmed', label }],
      });
    }
  }
}
