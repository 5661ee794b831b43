// A list's columns from the descriptions of its fields: title, width, alignment, sorting and words come from there. A screen adds
// only how a cell looks, where that is more than words.
import { type Field, type Fields, shortTitle } from '../../shared/kit/fields.ts';
import { fieldText } from '../../shared/kit/fieldText.ts';
import type { ListColumn } from './useColumns.ts';

const usualWidth = 120;

const isNumber = ({ kind }: Field): boolean => kind === 'count';

/** @param special what a column says or shows otherwise */
export function columnsOf<Row extends { id: number }, Of extends Fields, Keys extends keyof Of & string>(
  fields: Of,
  keys: readonly Keys[],
  special: { readonly [Key in Keys]?: Partial<Pick<ListColumn<Row>, 'text' | 'render' | 'width' | 'align'>> } = {},
): readonly ListColumn<Row>[] {
  return keys.map((key) => {
    const field = fields[key] as Field;
    return {
      key,
      title: shortTitle(field),
      width: field.width ?? usualWidth,
      ...(isNumber(field) ? { align: 'right' as const } : {}),
      ...(field.sorts ? { sort: key } : {}),
      ...(field.optional ? { optional: true } : {}),
      text: (row) => fieldText(fields, key, row),
      ...special[key],
    };
  });
}
