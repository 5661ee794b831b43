// Files that are whole to SQLite and ours by their mark, and yet not as this program writes them: the program says so in words, opens
// none of them, changes none, and goes on with what it has.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applicationId } from '../../main/ground/office/connection.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { restore } from '../../main/rooms/backups/restore.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { openProgram, silentLog, temporaryFolder, testClock } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let other: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  program = openProgram();
  makeStreet(program.office());
  other = temporaryFolder();
  file = path.join(other.folder, 'office.gridledger');
});
afterEach(() => {
  program.close();
  other.remove();
});

const present = async (): Promise<void> => copyFileSync((await backUpNow(program.desk, 'manual', silentLog)).file, file);
const older = (): Promise<void> => {
  writeFileSync(file, gunzipSync(readFileSync(path.join(import.meta.dirname, '../fixtures/office-schema-1.gridledger.gz'))));
  return Promise.resolve();
};
const renamed = (table: string): string =>
  `PRAGMA legacy_alter_table = ON; ALTER TABLE ${table} RENAME TO kept_aside; CREATE VIEW ${table} AS SELECT * FROM kept_aside`;

function spoil(sql: string): void {
  const db = new Database(file);
  try {
    db.pragma('foreign_keys = OFF');
    db.unsafeMode(true);
    db.exec(sql);
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
/** Lifts what this program's own triggers and checks would refuse. */
const unruly = (sql: string): string =>
  `DROP TRIGGER posting_grid_taken_insert; DROP TRIGGER posting_worker_taken_insert; DROP TRIGGER grid_version_overlap_insert;
   PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (ended IS NULL OR ended = 1 AND last_day IS NOT NULL)', '')
   WHERE name = 'posting'; PRAGMA writable_schema = RESET; ${sql}`;
const copyOf = (table: string, columns: string): string =>
  `INSERT INTO ${table} (uid, ${columns}) SELECT 'another', ${columns} FROM ${table} LIMIT 1`;
const schemaAndVersion = (): unknown => {
  const db = new Database(file, { readonly: true });
  try {
    return [db.pragma('user_version'), db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()];
  } finally {
    db.close();
  }
};

test.each([
  ['a view in the place of people', present, renamed('person')],
  ['a view in the place of grids', present, renamed('grid')],
  ['no table of seats', present, 'DROP TABLE seat'],
  ['no table of preferences', present, 'DROP TABLE preference'],
  ['no table that names the office', present, 'DROP TABLE office'],
  ['a column less', present, 'ALTER TABLE worker DROP COLUMN landline'],
  [
    'two people in one grid',
    present,
    unruly(copyOf('posting', 'worker_id, grid_id, role, additional, first_day, first_day_precision, last_day')),
  ],
  ['two names of one grid', present, unruly(copyOf('grid_version', 'grid_id, place_id, name, initials, first_day, last_day'))],
  ['an end that is neither decided nor not', present, unruly('UPDATE posting SET ended = 2')],
  ['somebody whose end was decided without a day', present, unruly('UPDATE posting SET ended = 1, last_day = NULL')],
  ['an act that undid itself', present, 'UPDATE change_set SET undoes_id = id'],
  ['two acts that undid each other', present, 'UPDATE change_set SET undoes_id = 3 - id WHERE id IN (1, 2)'],
  ['a foreign table of people', older, 'CREATE TABLE person (a)'],
  ['somebody at a grid that is not there', older, `UPDATE posting SET grid_id = 99999 WHERE id = (SELECT min(id) FROM posting)`],
  ['a branch that is a blank', older, `UPDATE branch SET name = ' ' WHERE id = (SELECT min(id) FROM branch)`],
])('%s', async (_what, write, sql) => {
  await write();
  spoil(sql);
  const before = schemaAndVersion();
  const backup = path.join(program.folder, '怪.gridledger');
  copyFileSync(file, backup);

  const desk = openDesk(other.folder, testClock, officeSchema);
  try {
    expect(desk.damage()).toMatch(
      /^数据文件“office\.gridledger”的内容和本程序保存的不一样，打不开（.+），程序没有改动它。请从备份恢复/,
    );
    expect(schemaAndVersion()).toEqual(before);
    if (write === present) expect(readFileSync(file).equals(readFileSync(backup))).toBe(true);
    expect(readFileSync(file).subarray(18, 20)).toEqual(readFileSync(backup).subarray(18, 20));
    expect(readdirSync(desk.defaultBackupFolder)).toEqual([]);
  } finally {
    desk.close();
  }

  const opening = program.desk.opening();
  const refused = await restore(program.desk, backup, silentLog).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Refusal', message: expect.stringMatching(/[这备]份|“怪\.gridledger”/) });
  expect((refused as Error).message).not.toMatch(/office\.gridledger|no such|already exists|constraint|unfinished/);
  expect(program.desk.opening()).toBe(opening);
  expect(readdirSync(program.folder).filter((name) => name.includes('incoming'))).toEqual([]);
  await program.caller.roster.branches.add({ name: '以后的总支' });
});

/** An index that lacks rows of its table: a quick check doesn't see it, and a copy takes it along. */
function spoilIndex(name: string, table: string, row: string): void {
  const db = new Database(file);
  db.unsafeMode(true);
  try {
    const index = db.prepare<[string], [string, string, string, number, string]>('SELECT * FROM sqlite_schema WHERE name = ?');
    const kept = index.raw().get(name) ?? [];
    db.pragma('writable_schema = ON');
    db.exec(`DELETE FROM sqlite_schema WHERE name = '${name}'`);
    db.pragma('writable_schema = RESET');
    db.exec(`INSERT INTO ${table} ${row}`);
    db.pragma('writable_schema = ON');
    db.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)').run(...kept);
    db.pragma('writable_schema = RESET');
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

test('an older office with an index that disagrees with its table leads to the backups, not to a start refused over a copy', async () => {
  await older();
  spoilIndex(
    'audit_line_entity',
    'audit_line (change_set_id, entity, entity_id, act)',
    `SELECT id, 'worker', 1, 'reveal' FROM change_set`,
  );
  const desk = openDesk(other.folder, testClock, officeSchema);
  expect(desk.damage()).toContain('已损坏');
  expect(readdirSync(desk.defaultBackupFolder)).toEqual([]);
  desk.close();
});

test('a file with our mark and a foreign table, that no step of ours ever made, is refused untouched', () => {
  const db = new Database(file);
  db.exec('CREATE TABLE strange (a); INSERT INTO strange VALUES (1)');
  db.pragma(`application_id = ${applicationId}`);
  db.close();
  const bytes = readFileSync(file);
  expect(() => openDesk(other.folder, testClock, officeSchema)).toThrow('不是网格台账的数据文件，没有打开，也没有改动它');
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

const triggersOn = (tables: readonly string[]): string =>
  tables
    .flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((write) => [table, write]))
    .map(
      ([table, write]) =>
        `CREATE TRIGGER foreign_${table}_${write} BEFORE ${write} ON ${table} BEGIN SELECT RAISE(ABORT, '别家'); END;`,
    )
    .join('');

test.each([
  ['present', present, triggersOn(['seat', 'worker', 'audit_line', 'migration'])],
  ['older', older, triggersOn(['worker', 'audit_line', 'migration'])],
])('foreign triggers in a backup never run, and are not brought along: %s', async (_what, write, triggers) => {
  await write();
  spoil(`CREATE TABLE ran (a); INSERT INTO ran VALUES (0);
    CREATE TRIGGER foreign_loud AFTER INSERT ON change_set BEGIN UPDATE ran SET a = a + 1; END; ${triggers}`);
  await restore(program.desk, file, silentLog);
  expect(program.office().db.prepare('SELECT a FROM ran').pluck().all()).toEqual([0]);
  expect(
    program.office().db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'foreign%'`).all(),
  ).toEqual([]);
  expect(() => program.office().db.exec('DELETE FROM audit_line')).toThrow('audit line is kept');
  await program.caller.roster.branches.add({ name: '以后的总支' });
});

const endless = 'AS WITH RECURSIVE n (version, hash) AS (SELECT 1, 1 UNION ALL SELECT version + 1, 1 FROM n) SELECT * FROM n';

test.each([
  ['a view that never ends', 'audit_line', `CREATE VIEW audit_line ${endless}`],
  ['a table that is a program', 'audit_line', 'CREATE VIRTUAL TABLE Audit_Line USING fts5 (id)'],
  ['a view that never ends among the steps of the schema', 'migration', `CREATE VIEW migration ${endless}`],
])('%s is not asked', async (_what, table, sql) => {
  await present();
  spoil(`DROP TABLE ${table}; ${sql}`);
  await expect(restore(program.desk, file, silentLog)).rejects.toThrow(
    new RegExp(`(^“office.gridledger”|这份备份)的内容和本程序保存的不一样，打不开（${table}），不能使用。`, 'i'),
  );
});

test('a table of seats that refuses to be emptied is told as what it is, with no advice about disks', async () => {
  await present();
  spoil(`CREATE TABLE chair (login TEXT REFERENCES seat (login) ON DELETE RESTRICT); INSERT INTO chair SELECT login FROM seat`);
  const refused = restore(program.desk, file, silentLog);
  await expect(refused).rejects.toThrow(/^没有恢复，现在的数据没有改动：“office.gridledger”的内容和本程序保存的不一样/);
  await expect(refused).rejects.toThrow('请换一份备份');
});
