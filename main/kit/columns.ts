// From the fields that cross the wire to the columns of a row: householdCount → household_count, true → 1. A field left
// undefined isn't written, so that a change names only what it changes.
import type { Row, Value } from '../ground/office/schema.ts';

/** Some of the fields; one that is undefined stays as it is. */
export type Changes<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

type Field = string | number | boolean | null | undefined;

/** Kept, because an import asks for the same few names a hundred thousand times. */
const columnNames = new Map<string, string>();

/** householdCount → household_count. */
export function columnOf(field: string): string {
  let column = columnNames.get(field);
  if (column === undefined) {
    column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columnNames.set(field, column);
  }
  return column;
}

/** An empty text is nothing: it is stored as null. */
const valueOf = (field: Exclude<Field, undefined>): Value => {
  if (typeof field === 'boolean') return field ? 1 : 0;
  if (typeof field === 'string') return field.trim() === '' ? null : field.trim();
  return field;
};

export function columnsOf(fields: Readonly<Record<string, Field>>): Row {
  const row: Record<string, Value> = {};
  for (const [name, field] of Object.entries(fields)) if (field !== undefined) row[columnOf(name)] = valueOf(field);
  return row;
}
