// A sheet's columns and cells from the descriptions of its fields: the same words that a list shows, but whole ones, and numbers and
// digits in the kind of cell that keeps them.
import type { Field, Fields } from '../../shared/kit/fields.ts';
import { fieldText, type WireRow, withoutNumbers } from '../../shared/kit/fieldText.ts';
import { dottedMonth } from '../../shared/rules/month.ts';
import { maskIdNumber } from '../../shared/rules/masking.ts';
import type { Cell, Column, ColumnKind } from '../ground/sheets/frame.ts';

/** full: all 18 characters. masked: as the screens show it. */
export type IdStyle = 'full' | 'masked';

/** A column and what a row puts into it; `index` counts the rows from 0. */
export type SheetColumn = Column & { cell: (row: WireRow, index: number) => Cell };

/** What kind of cell keeps a field's value. */
export const sheetKinds: Readonly<Record<Field['kind'], ColumnKind>> = {
  text: 'text',
  note: 'text',
  names: 'text',
  count: 'number',
  day: 'day',
  month: 'month',
  code: 'code',
  phone: 'code',
  idNumber: 'code',
  choice: 'text',
  word: 'text',
  flag: 'text',
  reference: 'text',
  photo: 'photo',
};

/** 序号. */
export const ordinal: SheetColumn = { title: '序号', kind: 'number', cell: (_, index) => index + 1 };

const known = (text: string): Cell => (text === '' ? null : text);

function cellOf(fields: Fields, key: string, idStyle: IdStyle): SheetColumn['cell'] {
  const field = fields[key] as Field;
  const property = field.at ?? key;
  if (field.kind === 'count') return (row) => (typeof row[property] === 'number' ? row[property] : null);
  if (field.kind === 'month') return (row) => (typeof row[property] === 'string' ? dottedMonth(row[property]) : null);
  if (field.kind === 'idNumber')
    return (row) => {
      const number = row[property];
      if (typeof number !== 'string') return known(fieldText(fields, key, row));
      return idStyle === 'full' ? number : maskIdNumber(number);
    };
  if (field.kind === 'day') {
    const { precisionAt } = field;
    return (row) => {
      const day = row[property];
      if (typeof day !== 'string') return null;
      return precisionAt !== undefined && row[precisionAt] === 'month' ? dottedMonth(day.slice(0, 7)) : day;
    };
  }
  return (row) => {
    const text = fieldText(fields, key, row, true);
    return known(idStyle === 'full' ? text : withoutNumbers(field, text));
  };
}

/** The columns of these fields, in this order. */
export const sheetColumns = <Of extends Fields>(
  fields: Of,
  keys: readonly (keyof Of & string)[],
  idStyle: IdStyle = 'masked',
): SheetColumn[] =>
  keys.map((key) => {
    const field = fields[key] as Field;
    const left = field.kind === 'note' || field.left;
    return {
      title: field.title,
      kind: sheetKinds[field.kind],
      ...(left ? { left: true as const } : {}),
      ...(field.kind === 'note' ? { least: 12 } : {}),
      ...(field.kind === 'count' && field.total ? { total: true as const } : {}),
      cell: cellOf(fields, key, idStyle),
    };
  });
