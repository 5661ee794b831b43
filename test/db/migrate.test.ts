// An upgrade of the schema, tried with made-up next migrations on a furnished office: it happens whole, behind a backup that
// opens, or not at all, whether it throws, breaks a reference, or is killed on its way.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOfficeFile } from '../../main/ground/office/backup.ts';
import { connect } from '../../main/ground/office/connection.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { migrate } from '../../main/ground/office/migrate.ts';
import { type Migration, migrations as released } from '../../main/ground/office/migrations/index.ts';
import { triggersSql } from '../../main/ground/office/triggers.ts';
import { openProgram, temporaryFolder, testClock } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

const triggerNames = [...triggersSql.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name]) => String(name)).sort();

let temporary: ReturnType<typeof temporaryFolder>;
let file: string;
let backups: string;
beforeEach(() => {
  temporary = temporaryFolder();
  const program = openProgram({ folder: temporary.folder });
  makeStreet(program.office());
  file = program.desk.file;
  backups = program.desk.defaultBackupFolder;
  program.close();
});
afterEach(() => temporary.remove());

const withNext = (sql: string): Migration[] => [...released, { version: released.length + 1, name: 'next', sql }];

function upgrade(migrations: readonly Migration[], of = file): void {
  const db = connect(of);
  try {
    migrate(db, of, backups, testClock.now().toISOString(), migrations);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  } finally {
    db.close();
  }
}

function read<Result>(of: string, what: (db: Database.Database) => Result): Result {
  const db = new Database(of, { readonly: true });
  try {
    return what(db);
  } finally {
    db.close();
  }
}

const schemaOf = (of: string): unknown[] =>
  read(of, (db) => db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name`).all());
const rowsOf = (of: string, table: string): unknown[] => read(of, (db) => db.prepare(`SELECT * FROM ${table}`).all());
/** Identity, schema and every row. */
const everything = (of: string): unknown =>
  read(of, (db) => ({
    version: db.pragma('user_version'),
    identity: db.pragma('application_id'),
    schema: db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all(),
    rows: Object.fromEntries(
      db
        .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
        .pluck()
        .all()
        .map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
    ),
  }));
const triggersOf = (of: string): unknown[] =>
  read(of, (db) => db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).pluck().all());

/** Makes `table` anew with one more column, as SQLite's own instructions have it. */
function rebuild(table: string): string {
  const { sql, indexes } = read(file, (db) => ({
    sql: db.prepare<[string], string>(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`).pluck().get(table) ?? '',
    indexes: db
      .prepare<[string], string>(`SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`)
      .pluck()
      .all(table),
  }));
  const made = sql.replace(`CREATE TABLE ${table} (`, `CREATE TABLE made_anew (\n  added TEXT,`);
  const columns = read(file, (db) => db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  return `${made};
INSERT INTO made_anew (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${table};
DROP TABLE ${table};
ALTER TABLE made_anew RENAME TO ${table};
${indexes.join(';\n')};`;
}

test('an upgrade is made behind a backup of the file as it was, and that backup opens', () => {
  const workers = rowsOf(file, 'worker');
  const before = everything(file);
  upgrade(withNext('ALTER TABLE worker ADD COLUMN rank TEXT'));
  expect(rowsOf(file, 'worker')).toEqual(workers.map((row) => ({ ...(row as object), rank: null })));
  expect(read(file, (db) => db.pragma('user_version', { simple: true }))).toBe(2);
  expect(rowsOf(file, 'migration')).toMatchObject([{ version: 1 }, { version: 2, name: 'next' }]);
  expect(triggersOf(file)).toEqual(triggerNames);

  const [name, ...others] = readdirSync(backups);
  expect(others).toEqual([]);
  expect(name).toMatch(/^升级前_v1_\d{8}_\d{6}\.gridledger$/);
  const backup = path.join(backups, name ?? '');
  expect(checkOfficeFile(backup)).toMatchObject({ version: 1, workers: workers.length });
  expect(everything(backup)).toEqual(before);
  // Opened a second time nothing is pending, and no second backup is taken.
  upgrade(withNext('ALTER TABLE worker ADD COLUMN rank TEXT'));
  expect(readdirSync(backups)).toEqual([name]);
});

test('an upgrade that throws half-way leaves the file as it was', () => {
  const before = everything(file);
  expect(() =>
    upgrade(withNext(`ALTER TABLE worker ADD COLUMN rank TEXT; UPDATE worker SET name = '改'; INSERT INTO nowhere VALUES (1)`)),
  ).toThrow(/nowhere/);
  expect(everything(file)).toEqual(before);
  openDesk(temporary.folder, testClock).close();
});

test('an upgrade is not begun where its backup can’t be made', () => {
  const before = everything(file);
  const db = connect(file);
  expect(() =>
    migrate(db, file, path.join(file, '备份'), testClock.now().toISOString(), withNext('DROP TABLE posting')),
  ).toThrow();
  db.close();
  expect(everything(file)).toEqual(before);
});

test('a file whose applied migration was edited since is refused untouched', () => {
  const bytes = readFileSync(file);
  const [first] = released;
  const edited = [{ ...(first as Migration), sql: `${first?.sql}\n-- edited` }, ...withNext('DROP TABLE posting').slice(1)];
  expect(() => upgrade(edited)).toThrow(/第 1 次结构升级与本程序不一致/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(backups)).toEqual([]);
});

test('a file that a newer program saved is refused untouched', () => {
  upgrade(withNext('ALTER TABLE worker ADD COLUMN rank TEXT'));
  const bytes = readFileSync(file);
  expect(() => openDesk(temporary.folder, testClock)).toThrow(/更新版本的程序保存的（数据版本 2，本程序 1）/);
  expect(() => upgrade(released)).toThrow(/没有打开，文件没有改动/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

// place and posting are named in triggers of other tables or of their own; worker is what most rows point to.
test.each(['place', 'posting', 'worker', 'audit_line'])(
  '%s is rebuilt: its children, and every trigger, are there after',
  (table) => {
    const tables = ['place', 'place_version', 'grid', 'worker', 'posting', 'personnel_action', 'audit_line'];
    const before = Object.fromEntries(tables.map((each) => [each, rowsOf(file, each)]));
    upgrade(withNext(rebuild(table)));
    for (const each of tables) {
      const kept = before[each]?.map((row) => (each === table ? { added: null, ...(row as object) } : row));
      expect(rowsOf(file, each)).toEqual(kept);
    }
    expect(triggersOf(file)).toEqual(triggerNames);
    const db = connect(file);
    try {
      expect(db.pragma('foreign_key_check')).toEqual([]);
      expect(() => db.exec(`UPDATE audit_line SET act = 'insert'`)).toThrow();
      expect(() => db.exec(`DELETE FROM worker WHERE id IN (SELECT worker_id FROM posting)`)).toThrow(/FOREIGN KEY/);
      expect(() =>
        db.exec(`INSERT INTO posting (uid, worker_id, grid_id, first_day, first_day_precision, last_day)
        SELECT 'twice', worker_id, grid_id, first_day, first_day_precision, '2026-09-20' FROM posting WHERE first_day IS NOT NULL LIMIT 1`),
      ).toThrow(/posting overlaps/);
    } finally {
      db.close();
    }
  },
);

test('an upgrade that leaves a row without its parent is taken back', () => {
  const before = everything(file);
  expect(() => upgrade(withNext('DELETE FROM place WHERE id IN (SELECT place_id FROM grid)'))).toThrow(/broken references/);
  expect(everything(file)).toEqual(before);
});

test('a program killed amid an upgrade leaves the file as it was', async () => {
  const before = everything(file);
  const script = path.resolve(import.meta.dirname, '../harness/hangingMigration.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(String(said)).toBe('inside\n');
  // It was writing: what SQLite no longer held in memory lies beside the file.
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(1_000_000);
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');

  openDesk(temporary.folder, testClock).close();
  expect(everything(file)).toEqual(before);
  const [backup] = readdirSync(backups);
  expect(everything(path.join(backups, backup ?? ''))).toEqual(before);
});

test('a file that was upgraded and one made at once have the same schema', () => {
  const migrations = withNext(`${rebuild('grid')} CREATE TABLE notice (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;`);
  upgrade(migrations);
  const fresh = path.join(temporary.folder, 'fresh.gridledger');
  upgrade(migrations, fresh);
  expect(schemaOf(fresh)).toEqual(schemaOf(file));
});
