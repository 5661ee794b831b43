// Whether what lies in a file is an office as this program writes it, whole and with no reference that leads nowhere; and how what is wrong with
// a file is told, whether the office itself is opened or a backup is to be brought back.
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/refusal.ts';
import { type Connection, connectInMemory } from './connection.ts';
import type { Schema } from './schema.ts';

/** Something is wrong with the file itself, and another one, such as a backup, may do. `fault` goes on from what the file is called. */
export class Unfit extends Refusal {
  readonly fault: string;

  constructor(fault: string) {
    super(`数据文件${fault}。`);
    this.fault = fault;
  }
}

const isOdd = (detail: string): string => `的内容和本程序保存的不一样，打不开（${detail}）`;

/** What lies not with the file's content but with the disk, the folder or another program. */
const isSystemTrouble = (code: string): boolean => /FULL|READONLY|CANTOPEN|IOERR|BUSY|LOCKED|NOMEM/.test(code);

/** What is wrong with a file, by the error that opening it met; null where it isn't the file's fault. */
export function faultOf(error: unknown): string | null {
  if (error instanceof Unfit) return error.fault;
  if (!(error instanceof Database.SqliteError) || isSystemTrouble(error.code)) return null;
  return /CORRUPT|NOTADB/.test(error.code) ? `已损坏（${error.code}）` : isOdd(error.code);
}

const columnsOf = (db: Connection): { name: string; columns: string[] }[] =>
  db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
    .map((name) => ({
      name,
      columns: db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name),
    }));

/** The tables of an office that was never anything else. */
function pristineTables({ migrations }: Schema): { name: string; columns: string[] }[] {
  const db = connectInMemory();
  try {
    for (const migration of migrations)
      if ('sql' in migration) db.exec(migration.sql);
      else migration.run(db);
    return columnsOf(db);
  } finally {
    db.close();
  }
}

/**
 * @throws Unfit when a file of the newest schema lacks a table or a column, or holds a row that no program of ours writes; what
 * tables and columns it has beyond ours is let be
 */
export function refuseOdd(db: Connection, schema: Schema): void {
  const present = new Map(columnsOf(db).map(({ name, columns }) => [name, columns]));
  for (const { name, columns } of pristineTables(schema)) {
    const there = present.get(name);
    if (!there) throw new Unfit(isOdd(name));
    const missing = columns.find((column) => !there.includes(column));
    if (missing !== undefined) throw new Unfit(isOdd(`${name}.${missing}`));
  }
  if (db.prepare('SELECT 1 FROM change_set WHERE undoes_id >= id').get()) throw new Unfit(isOdd('change_set.undoes_id'));
  for (const { name, unsound = [] } of schema.tables)
    if (unsound.some((sql) => db.prepare(sql).get() !== undefined)) throw new Unfit(isOdd(name));
}

/** @throws Unfit where questions speak of what keeps no rows: a view, or a table that a module makes up, would be run by being asked */
export function refuseMadeUp(db: Connection, questions: readonly string[]): void {
  const asked = new Set(questions.join(' ').toLowerCase().split(/\W+/));
  const madeUp = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND ifnull(rootpage, 0) = 0`)
    .pluck()
    .all()
    .find((name) => asked.has(name.toLowerCase()));
  if (madeUp !== undefined) throw new Unfit(isOdd(madeUp));
}

/** Reads the whole file. @throws Unfit when an index disagrees with its table, or a row speaks of one that isn't there */
export function refuseUnsound(db: Connection): void {
  const found = String(db.pragma('integrity_check(1)', { simple: true }));
  // Its pages are whole then; somebody wrote what no program of ours does.
  if (found.startsWith('CHECK constraint')) throw new Unfit(isOdd('SQLITE_CONSTRAINT_CHECK'));
  if (found !== 'ok') throw new Unfit('已损坏（SQLITE_CORRUPT）');
  const [broken] = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (broken) throw new Unfit(isOdd(`${broken.table} → ${broken.parent}`));
}
