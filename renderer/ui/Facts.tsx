// What is known of a row, in the words of its fields; 待补 where it isn't, and nothing where a remark is empty.
import type { ReactNode } from 'react';
import { type Field, type Fields, shortTitle } from '../../shared/kit/fields.ts';
import { fieldText, type WireRow } from '../../shared/kit/fieldText.ts';
import { Fact } from './Fact.tsx';

/** Whole words, and what a number counts. */
function factText(fields: Fields, key: string, row: WireRow): string {
  const field = fields[key] as Field;
  const text = fieldText(fields, key, row, true);
  return text !== '' && field.kind === 'count' && field.unit !== undefined ? `${text} ${field.unit}` : text;
}

/**
 * @param props.keys in this order, each over the whole width; two together share a line
 * @param props.shown how one looks, where that is more than its words: a link
 */
export function Facts<Of extends Fields, Keys extends keyof Of & string>(props: {
  fields: Of;
  keys: readonly (Keys | readonly [Keys, Keys])[];
  row: object;
  shown?: Readonly<Partial<Record<Keys, ReactNode>>>;
}) {
  const { fields, keys, row, shown } = props;
  const fact = (key: Keys, wide: boolean) => {
    const field = fields[key] as Field;
    const text = factText(fields, key, row as WireRow);
    if (text === '' && field.kind === 'note') return null;
    return (
      <Fact key={key} label={shortTitle(field)} value={text || null} wide={wide}>
        {shown?.[key]}
      </Fact>
    );
  };
  return keys.map((one) => (typeof one === 'string' ? fact(one, true) : one.map((key) => fact(key, false))));
}
