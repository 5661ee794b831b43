// What must be true of an office whatever was done to it: each row is what its last audit line says that it is. Knows the tables
// only by the collection that the rooms hand to the ground.
import type { Office } from '../../main/ground/office/office.ts';
import { lifted, type Row } from '../../main/ground/office/schema.ts';

type Line = { entity: string; id: number; before: string | null; after: string | null; schema: number };

const parse = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

/** Rows, and rows that are gone, that differ from the last thing the audit says of them; none in an office that is whole. */
export function disagreements(office: Office): string[] {
  const lines = office.db
    .prepare<[], Line>(
      `SELECT entity, entity_id AS id, before, after, schema FROM audit_line JOIN change_set ON change_set.id = change_set_id
       WHERE act <> 'reveal' ORDER BY audit_line.id`,
    )
    .all();
  const said = new Map<string, Row | null>();
  for (const { schema, before, after, ...line } of lines)
    for (const { entity, id, after: then } of lifted(office.schema, schema, {
      ...line,
      before: parse(before),
      after: parse(after),
    }))
      said.set(`${entity} ${id}`, then);
  const present = new Map<string, Row>();
  for (const { name } of office.schema.tables)
    for (const row of office.db.prepare<[], Row>(`SELECT * FROM ${name}`).all()) present.set(`${name} ${String(row.id)}`, row);
  return [...new Set([...said.keys(), ...present.keys()])].filter((key) => {
    const row = present.get(key) ?? null;
    const then = said.get(key) ?? null;
    const columns = Object.keys({ ...row, ...then });
    return (row === null) !== (then === null) || columns.some((column) => (row?.[column] ?? null) !== (then?.[column] ?? null));
  });
}
