// A field's value in words, as a list shows it, a copy takes it and a record tells it. An unknown value is an empty text.
import { maskNumbersIn } from '../rules/masking.ts';
import { propertyOf, type Field, type Fields } from './fields.ts';

/** A row on the wire: what it holds is told by the description of its fields. */
export type WireValue = string | number | boolean | null | undefined | readonly string[];
export type WireRow = Readonly<Record<string, WireValue>>;

export const flagWords = (flag: boolean): string => (flag ? '是' : '否');

/** 2017-06 where only the month is known. */
const dayText = (day: string, precision: WireValue): string => (precision === 'month' ? day.slice(0, 7) : day);

/** A list of names with the mark that Chinese lists have. */
const plain = (value: string | number | boolean | readonly string[]): string =>
  typeof value === 'object' ? value.join('、') : String(value);

function told(field: Field, value: WireValue, row: WireRow, whole: boolean): string {
  if (value === null || value === undefined) return '';
  const text = plain(value);
  if (field.kind === 'choice') return field.words[text] ?? text;
  if (field.kind === 'flag') return flagWords(value === true || value === 1);
  if (field.kind === 'day') return dayText(text, field.precisionAt === undefined ? null : row[field.precisionAt]);
  const short = !whole && 'shortAt' in field && field.shortAt !== undefined ? row[field.shortAt] : null;
  return typeof short === 'string' && short !== '' ? short : text;
}

/** What somebody typed into a remark, where many are seen at once: an ID number among it is masked as in its own column. */
export const withoutNumbers = (field: Field, text: string): string =>
  field.kind === 'note' || field.kind === 'text' ? maskNumbersIn(text, 'judge') : text;

/** @param whole one record is told, or a sheet that masks by itself: there is room for 幸福社区总支, where a list has 幸福总支 */
export function fieldText(fields: Fields, key: string, row: WireRow, whole = false): string {
  const field = fields[key];
  if (!field) return '';
  const text = told(field, row[propertyOf(fields, key)], row, whole);
  return whole ? text : withoutNumbers(field, text);
}
