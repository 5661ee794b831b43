// From the description of a form's fields: what each field component is told, what the form starts with, and what it sends.
import { type Field, type Fields } from '../../../shared/kit/fields.ts';
import { type FormOf, wireKey } from '../../../shared/kit/formSchema.ts';

/** What a form's item adds to its field. */
export type FieldProps = { id?: string; 'aria-invalid'?: 'true'; 'aria-describedby'?: string; 'aria-required'?: 'true' };

/** What a field component takes of a described field. */
export type Described<Of extends Field = Field> = {
  name: string;
  of: Of;
  /** Over both columns of the form. */
  wide?: boolean;
  /** Before the field, where its title isn't what one would ask. */
  label?: string;
  placeholder?: string;
};

export const wideClass = (wide: boolean | undefined): { className?: string } => (wide ? { className: 'wide' } : {});

/** `const of = described(gridFields)`, then `<NoteField {...of('boundary')} wide />`. */
export const described =
  <Of extends Fields>(fields: Of) =>
  <Key extends keyof Of & string>(key: Key): { name: string; of: Of[Key] } => {
    const field = fields[key];
    if (!field) throw new Error(`no field ${key}`);
    return { name: wireKey(field, key), of: field };
  };

/** The values a form starts with, of a row that holds its fields under their names on the wire. */
export function initialOf<Of extends Fields>(
  fields: Of,
  keys: readonly (keyof Of & string)[],
  row: object,
): Record<string, unknown> {
  const held = row as Readonly<Record<string, unknown>>;
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const field = fields[key];
    if (!field || field.kind === 'idNumber') continue;
    values[wireKey(field, key)] = held[wireKey(field, key)] ?? undefined;
    if ('confirmedAt' in field && field.confirmedAt !== undefined) values[field.confirmedAt] = held[field.confirmedAt];
  }
  return values;
}

const isTyped = (value: unknown): value is string => typeof value === 'string';

/** What is sent for a field: an emptied one is null, which empties the row's. */
function sent(field: Field, value: unknown): unknown {
  if (field.kind === 'day' || field.kind === 'month') {
    // A form takes typed text over before it is sent.
    if (typeof value === 'object' && value !== null) throw new Error('a day was to be sent before it was read');
    return value ?? null;
  }
  if (isTyped(value)) return value.trim() || null;
  return value ?? null;
}

/**
 * What a form sends of these fields. An ID number that isn't typed anew isn't sent: its field never shows the one on file. What
 * was looked at is sent with the number.
 */
export function wireOf<Of extends Fields, Keys extends keyof Of & string>(
  fields: Of,
  keys: readonly Keys[],
  values: object,
): FormOf<Of, Keys> {
  const held = values as Readonly<Record<string, unknown>>;
  const form: Record<string, unknown> = {};
  for (const key of keys) {
    const field = fields[key];
    if (!field) continue;
    const name = wireKey(field, key);
    const value = sent(field, held[name]);
    if (field.kind === 'idNumber' && value === null) continue;
    form[name] = value;
    if ('confirmedAt' in field && field.confirmedAt !== undefined) form[field.confirmedAt] = held[field.confirmedAt] === true;
  }
  // Made key by key as the schema's type says.
  return form as FormOf<Of, Keys>;
}
