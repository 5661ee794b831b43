// What one act wrote, taken from the audit and written again into another copy of the same office: every row and its audit line, by
// plain prepared statements in one transaction. It knows no table but the audit's two; the rest is what the audit lines say.
import { randomUUID } from 'node:crypto';
import type { Connection } from '../../main/ground/office/connection.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;
type Line = { entity: string; entity_id: number; act: string; before: string | null; after: string | null };

/** One row as it is to be written; all that can be is worked out before the clock runs. */
type Stroke = {
  entity: string;
  id: number;
  act: string;
  before: Row | null;
  after: Row | null;
  sql: string;
  values: Value[];
};

const parsed = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

/** The audit lines of the newest act. */
export const linesOf = (db: Connection): Line[] =>
  db
    .prepare<[], Line>(
      `SELECT entity, entity_id, act, before, after FROM audit_line
       WHERE change_set_id = (SELECT max(id) FROM change_set) ORDER BY id`,
    )
    .all();

function strokeOf({ entity, entity_id: id, act, ...line }: Line): Stroke {
  const before = parsed(line.before);
  const after = parsed(line.after);
  const stroke = { entity, id, act, before, after };
  if (!after) return { ...stroke, sql: `DELETE FROM ${entity} WHERE id = ?`, values: [id] };
  const columns = Object.keys(after).filter((column) => after[column] !== before?.[column]);
  const values = columns.map((column) => after[column] ?? null);
  if (before)
    return {
      ...stroke,
      sql: `UPDATE ${entity} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
      values: [...values, id],
    };
  const marks = columns.map(() => '?').join(', ');
  return { ...stroke, sql: `INSERT INTO ${entity} (${columns.join(', ')}) VALUES (${marks})`, values };
}

export const strokesOf = (lines: readonly Line[]): Stroke[] => lines.map(strokeOf);

export function writeAgain(db: Connection, strokes: readonly Stroke[]): void {
  db.transaction(() => {
    const changeSet = db
      .prepare(
        `INSERT INTO change_set (uid, at, actor, kind, summary) VALUES (?, '2026-09-28T02:26:00.000Z', 'tester', 'x', '导入')`,
      )
      .run(randomUUID()).lastInsertRowid;
    const line = db.prepare(
      'INSERT INTO audit_line (change_set_id, entity, entity_id, act, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const statements = new Map([...new Set(strokes.map(({ sql }) => sql))].map((sql) => [sql, db.prepare(sql)]));
    for (const { sql, values, entity, id, act, before, after } of strokes) {
      statements.get(sql)?.run(values);
      line.run(changeSet, entity, id, act, before && JSON.stringify(before), after && JSON.stringify(after));
    }
  }).immediate();
}
