// Where a room's fields are read and written: each key of its descriptions (shared/kit/fields.ts) bound to SQL. From the two come
// what a list selects and sorts by, what it shows, what a form's values go into, and what 操作记录 calls a column (auditWords.ts).
import { type Field, type Fields, propertyOf, type SortKey, sortKeys } from '../../shared/kit/fields.ts';
import { wireKey } from '../../shared/kit/formSchema.ts';
import { maskIdNumber } from '../../shared/rules/masking.ts';

export type Binding = {
  /** An SQL expression over the room's own joins; left out where it is worked out in code. */
  read?: string;
  /** What belongs to it, by the names its description gives them: idAt, shortAt, precisionAt, confirmedAt. */
  beside?: Readonly<Record<string, string>>;
  /** Sorted by this, where that is neither the value nor the order of its words; of a word of the office's own, always. */
  sort?: string;
  /** Into the thing's own row, or into the version that holds from a day on; left out where it is only worked out. */
  writes?: 'row' | 'version';
};

export type Bindings<Of extends Fields> = { readonly [Key in keyof Of & string]: Binding };

export const keysOf = <Of extends Fields>(fields: Of): (keyof Of & string)[] => Object.keys(fields);

/** The columns of a SELECT for these fields. An ID number stands in it whole: `shownRow` masks it. */
export const columnsRead = <Of extends Fields>(
  fields: Of,
  bindings: Bindings<Of>,
  keys: readonly (keyof Of & string)[],
): string =>
  keys
    .flatMap((key) => {
      const { read, beside = {} } = bindings[key];
      const own = read === undefined ? [] : [`${read} AS ${fields[key]?.at ?? key}`];
      return [...own, ...Object.entries(beside).map(([property, expression]) => `${expression} AS ${property}`)];
    })
    .join(', ');

function sortExpression(field: Field, { read = 'NULL', sort }: Binding): string {
  if (sort !== undefined) return sort;
  if (field.kind === 'word') throw new Error(`the order of ${field.dictionary} is its room's to say`);
  if (field.kind !== 'choice') return read;
  return `CASE ${read} ${Object.keys(field.words)
    .map((word, index) => `WHEN '${word}' THEN ${index + 1}`)
    .join(' ')} END`;
}

/** What each sortable column sorts by. */
export const sortExpressions = <Of extends Fields>(fields: Of, bindings: Bindings<Of>): Record<SortKey<Of>, string> =>
  Object.fromEntries(
    sortKeys(fields).map((key) => [key, sortExpression(fields[key] as Field, bindings[key as keyof Of & string])]),
  ) as Record<SortKey<Of>, string>;

/** A row as the screen may have it: ID numbers masked, flags true or false. */
export function shownRow(fields: Fields, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row = { ...raw };
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    const whole = field?.at ?? key;
    if (field?.kind === 'idNumber' && whole in row) {
      const number = row[whole];
      row[field.maskedAt] = typeof number === 'string' ? maskIdNumber(number) : null;
      delete row[whole];
    } else if (field?.kind === 'names') {
      // json_group_array in SQL; each name once.
      if (typeof row[whole] === 'string') row[whole] = [...new Set(JSON.parse(row[whole]) as string[])];
    } else if (field?.kind === 'flag') {
      const property = propertyOf(fields, key);
      if (property in row) row[property] = row[property] === null ? null : row[property] === 1;
    }
  }
  return row;
}

/** Of a form's values those that go into the row, or into the version. */
export function writtenTo<Values extends Readonly<Record<string, unknown>>>(
  into: 'row' | 'version',
  fields: Fields,
  bindings: Bindings<Fields>,
  values: Values,
): Partial<Values> {
  const names = new Set(
    keysOf(fields)
      .filter((key) => bindings[key]?.writes === into)
      .flatMap((key) => namesOf(fields[key] as Field, key)),
  );
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))) as Partial<Values>;
}

/** The names by which a form sends it. */
export const namesOf = (field: Field, key: string): string[] => [
  wireKey(field, key),
  ...('confirmedAt' in field && field.confirmedAt !== undefined ? [field.confirmedAt] : []),
];
