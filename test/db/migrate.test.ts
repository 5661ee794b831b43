// An upgrade of the schema, tried with made-up next migrations on a furnished office: it happens whole, behind a backup that
// opens, or not at all, whether it throws, breaks a reference, or is killed on its way.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkOfficeFile } from '../../main/ground/office/backup.ts';
import { connect } from '../../main/ground/office/connection.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { examine, migrate } from '../../main/ground/office/migrate.ts';
import {
  type AuditedRow,
  hashOf,
  type Migration,
  newestVersion,
  type Row,
  type Schema,
  triggersOf as triggersFor,
} from '../../main/ground/office/schema.ts';
import { Refusal } from '../../shared/refusal.ts';
import { undo } from '../../main/ground/audit/undo.ts';
import type { Change } from '../../main/ground/office/office.ts';
import { nobody, openProgram, temporaryFolder, testClock } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

const triggerNames = triggersFor(officeSchema)
  .map((sql) => /CREATE TRIGGER (\w+)/.exec(sql)?.[1] ?? '')
  .sort();

/** These tests care for how a step is taken, not for which steps there are. */
const released = officeSchema.migrations;
const present = newestVersion(officeSchema);
const next = present + 1;

/** As they were released. A line is added with each step, and never changed. */
const frozen: Record<number, string> = {
  1: '6e451ef3ebe7943e930d04eef997cb6630ef9e8b45467a053b1d3fca079e3f7a',
  2: '1d617f11af0a418e67433c70733f59d1314200f057b0e6a167b249c70a708747',
  3: '931fabe66884c1925cb8d29b9a5d0efb4441ebc22a92a3cae7646927666963c2',
};

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

const withNext = (sql: string): Schema => ({
  ...officeSchema,
  migrations: [...released, { version: next, name: 'next', sql }],
});

function upgrade(schema: Schema, of = file): void {
  examine(of, schema);
  const db = connect(of);
  try {
    migrate(db, of, backups, testClock.now().toISOString(), schema);
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
  const made = sql.replace(new RegExp(`CREATE TABLE "?${table}"? \\(`), `CREATE TABLE made_anew (\n  added TEXT,`);
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
  expect(read(file, (db) => db.pragma('user_version', { simple: true }))).toBe(next);
  expect(rowsOf(file, 'migration')).toMatchObject([
    ...released.map(({ version }) => ({ version })),
    { version: next, name: 'next' },
  ]);
  expect(triggersOf(file)).toEqual(triggerNames);

  const [name, ...others] = readdirSync(backups);
  expect(others).toEqual([]);
  expect(name).toMatch(new RegExp(`^升级前_v${present}_\\d{8}_\\d{6}\\.gridledger$`));
  const backup = path.join(backups, name ?? '');
  expect(checkOfficeFile(backup, { version: present, facts: officeSchema.facts })).toMatchObject({
    version: present,
    held: [{ word: '网格员', count: workers.length }, { word: '照片' }],
  });
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
  openDesk(temporary.folder, testClock, officeSchema).close();
});

test('an upgrade that fails again and again leaves no copies of a file that is whole', () => {
  const before = everything(file);
  const failing = () => upgrade(withNext(`UPDATE worker SET name = '改'; INSERT INTO nowhere VALUES (1)`));
  for (let attempt = 1; attempt <= 2; attempt++) expect(failing).toThrow(/nowhere/);
  expect(readdirSync(backups)).toEqual([]);
  expect(everything(file)).toEqual(before);
});

test('the copy stays where the file proves to be damaged once the upgrade has failed: it is the only good one', () => {
  const run = (): never => {
    const disk = openSync(file, 'r+');
    writeSync(disk, Buffer.alloc(20 * 4096, 7), 0, 20 * 4096, 4096);
    closeSync(disk);
    throw new Error('the disk gives way');
  };
  const step: Migration = { version: next, name: 'failing', hash: 'a'.repeat(64), run };
  expect(() => upgrade({ ...officeSchema, migrations: [...released, step] })).toThrow();
  const expected = { version: present, facts: officeSchema.facts };
  expect(() => checkOfficeFile(file, expected)).toThrow('已损坏');
  const [copy = ''] = readdirSync(backups);
  expect(checkOfficeFile(path.join(backups, copy), expected)).toMatchObject({ version: present });
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
  const edited = (migration: Migration): Migration =>
    migration.version === 1 && 'sql' in migration ? { ...migration, sql: `${migration.sql}\n-- edited` } : migration;
  const schema = withNext('DROP TABLE posting');
  expect(() => upgrade({ ...schema, migrations: schema.migrations.map(edited) })).toThrow(/第 1 次结构升级与本程序不一致/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(backups)).toEqual([]);
});

test('a file that a newer program saved is refused untouched', () => {
  upgrade(withNext('ALTER TABLE worker ADD COLUMN rank TEXT'));
  const bytes = readFileSync(file);
  expect(() => openDesk(temporary.folder, testClock, officeSchema)).toThrow(
    `更新版本的程序保存的（数据版本 ${next}，本程序 ${present}）`,
  );
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

// place and posting are named in triggers of other tables or of their own; worker is what most rows point to.
test.each(['place', 'posting', 'worker', 'audit_line'])(
  '%s is rebuilt: its children, and every trigger, are there after',
  (table) => {
    const tables = [...officeSchema.tables.map(({ name }) => name), 'audit_line', 'change_set', 'person'];
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
      ).toThrow(/rule posting_(grid|worker)_taken/);
    } finally {
      db.close();
    }
  },
);

test('an upgrade that leaves a row without its parent is taken back', () => {
  const before = everything(file);
  expect(() => upgrade(withNext('DELETE FROM place WHERE id IN (SELECT place_id FROM grid_version)'))).toThrow(
    /broken references/,
  );
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

  openDesk(temporary.folder, testClock, officeSchema).close();
  expect(everything(file)).toEqual(before);
  const [backup] = readdirSync(backups);
  expect(everything(path.join(backups, backup ?? ''))).toEqual(before);
});

test('a file that was upgraded and one made at once have the same schema', () => {
  const schema = withNext(`${rebuild('grid')} CREATE TABLE notice (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;`);
  upgrade(schema);
  const fresh = path.join(temporary.folder, 'fresh.gridledger');
  upgrade(schema, fresh);
  expect(schemaOf(fresh)).toEqual(schemaOf(file));
});

test('a step may be a function; the hash it carries is what the file keeps', () => {
  const step: Migration = {
    version: next,
    name: 'function',
    hash: 'a'.repeat(64),
    run: (db) => {
      const rows = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM worker').all();
      db.exec('ALTER TABLE worker ADD COLUMN spelled TEXT');
      for (const { id, name } of rows)
        db.prepare('UPDATE worker SET spelled = ? WHERE id = ?').run(Array.from(name).join('·'), id);
    },
  };
  const schema: Schema = { ...officeSchema, migrations: [...released, step] };
  upgrade(schema);
  expect(rowsOf(file, 'worker')).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: '王秀英', spelled: '王·秀·英' })]),
  );
  expect(rowsOf(file, 'migration').at(-1)).toMatchObject({ version: next, hash: 'a'.repeat(64) });
  expect(() => upgrade({ ...schema, migrations: [...released, { ...step, hash: 'b'.repeat(64) }] })).toThrow(
    `第 ${next} 次结构升级与本程序不一致`,
  );
});

test('what was released stays as it was: every step’s hash, and of a function that of its source file', () => {
  expect(Object.fromEntries(released.map((migration) => [migration.version, hashOf(migration)]))).toEqual(frozen);
  for (const migration of released) {
    if ('sql' in migration) continue;
    const source = readFileSync(
      path.resolve(
        import.meta.dirname,
        `../../main/rooms/migrations/${String(migration.version).padStart(4, '0')}-${migration.name}.ts`,
      ),
    );
    expect(createHash('sha256').update(source).digest('hex'), migration.name).toBe(migration.hash);
  }
});

test('every entity has a uid, and what is unique is unique within the office', () => {
  const db = connect(file);
  try {
    for (const { name, unique = {} } of officeSchema.tables) {
      const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
      expect(columns, name).toEqual(expect.arrayContaining(['id', 'uid']));
      // Whatever index refuses a second row has its words, and whatever has words has an index.
      const indexes = db.prepare<[string], string>(
        `SELECT group_concat(column.name, ', ' ORDER BY column.seqno) FROM pragma_index_list(?) AS listed
         JOIN pragma_index_info(listed.name) AS column WHERE listed."unique" = 1 GROUP BY listed.name`,
      );
      const refusing = indexes
        .pluck()
        .all(name)
        .filter((columnNames) => columnNames !== 'uid');
      expect(refusing.sort(), name).toEqual(Object.keys(unique).sort());
    }
  } finally {
    db.close();
  }
});

describe('an act written before a step that moves columns', () => {
  const steps = `ALTER TABLE property_company RENAME COLUMN note TO remark;`;
  let acts: number[];
  beforeEach(() => {
    const program = openProgram({ folder: temporary.folder });
    const office = program.office();
    const act = (write: (change: Change) => void): number =>
      office.change({ actor: nobody, kind: 'x', summary: '物业公司的事' }, write).changeSetId ?? 0;
    let id = 0;
    acts = [
      act((change) => {
        id = change.insert('property_company', { name: '沂城物业', note: '旧' });
      }),
      act((change) => change.update('property_company', id, { note: '新' })),
    ];
    program.close();
  });

  /** Undoes the acts, the last one first, in an office opened with one more step. */
  function undoUnder(lift: Migration['lift']): unknown[] {
    const migrations: Migration[] = [...released, { version: next, name: 'remark', sql: steps, ...(lift ? { lift } : {}) }];
    const schema: Schema = { ...officeSchema, migrations };
    const desk = openDesk(temporary.folder, testClock, schema);
    try {
      const office = desk.office();
      for (const changeSetId of acts.toReversed()) undo(office, nobody, changeSetId);
      return office.db.prepare('SELECT name, remark FROM property_company').all();
    } finally {
      desk.close();
    }
  }

  const renamed = (row: Row | null): Row | null => {
    if (row === null) return null;
    const { note, ...rest } = row;
    return { ...rest, remark: note ?? null };
  };

  test('is undone through the step’s lift', () => {
    const lift = ({ entity, id, before, after }: AuditedRow): AuditedRow[] => [
      entity === 'property_company'
        ? { entity, id, before: renamed(before), after: renamed(after) }
        : { entity, id, before, after },
    ];
    expect(undoUnder(lift)).toEqual([]);
  });

  test('is refused with the step’s own reason where it can’t be lifted', () => {
    const lift = (): AuditedRow[] => {
      throw new Refusal('这次操作改的备注已并入别处，不能撤销。');
    };
    expect(() => undoUnder(lift)).toThrow('已并入别处，不能撤销');
  });

  test('is refused with the true reason where nobody thought of it, never as somebody’s later change', () => {
    expect(() => undoUnder(undefined)).toThrow(
      '“物业公司的事”是旧版程序做的，它记下的内容（物业公司）在现在的台账里已经换了样子',
    );
  });
});
