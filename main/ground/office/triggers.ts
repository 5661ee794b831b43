// The triggers of an office file. They are the program's rules, not the file's data: a file that was written by another build of
// the same schema is given those of the program that opens it.
import type { Connection } from './connection.ts';
import { type Schema, triggersOf } from './schema.ts';

/** SQLite renames no table while a trigger speaks of one that is missing, as in the middle of a rebuild. */
export function dropTriggers(db: Connection): void {
  const present = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of present) db.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
}

export function writeTriggers(db: Connection, schema: Schema): void {
  for (const trigger of triggersOf(schema)) db.exec(trigger);
}

/** Writes them anew where the file's differ. Writes nothing where they are ours. */
export function renewTriggers(db: Connection, schema: Schema): void {
  const present = db.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  const ours = triggersOf(schema).map((trigger) => trigger.replace(/;$/, ''));
  if (present.toSorted().join('\n') === ours.toSorted().join('\n')) return;
  db.transaction(() => {
    dropTriggers(db);
    writeTriggers(db, schema);
  }).immediate();
}
