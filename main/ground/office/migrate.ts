// Brings an office file up to this program's schema, in one transaction, behind a verified backup. What a file is found unfit for is
// found before anything is written into it.
import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backupKinds } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { backUp, checkOfficeFile, type Expected } from './backup.ts';
import { removeWhole } from './beside.ts';
import { applicationId, type Connection, connectForReading } from './connection.ts';
import { refuseMadeUp, refuseOdd, refuseUnsound } from './content.ts';
import { hashOf, newestVersion, type Schema } from './schema.ts';
import { readVersion } from './schemaVersion.ts';
import { freeFile } from './stamp.ts';
import { dropTriggers, renewTriggers, writeTriggers } from './triggers.ts';

function refuseEdited(db: Connection, { migrations }: Schema): void {
  const applied = db.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM migration ORDER BY version').all();
  for (const { version, hash } of applied) {
    const ours = migrations.find((migration) => migration.version === version);
    if (!ours || hashOf(ours) !== hash)
      throw new Refusal(
        `数据文件的第 ${version} 次结构升级与本程序不一致，没有打开，文件没有改动。请用原来的程序版本打开，或联系维护人员。`,
      );
  }
}

function placeOf(folder: string, from: number, now: string): string {
  mkdirSync(folder, { recursive: true });
  return freeFile(folder, new Date(now), (stamped) => `${backupKinds.upgrade}_v${from}_${stamped}.gridledger`);
}

function isWhole(file: string, expected: Expected): boolean {
  try {
    checkOfficeFile(file, expected);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Reads a file through without touching it: every page's structure, its history, and as much of its content as can be told before
 * an upgrade. @returns whether it is, byte for byte, as an office at work keeps it
 * @throws Refusal when it is newer than the program, or something else; Unfit or SqliteError when it is damaged or not as this program writes it
 */
export function examine(file: string, schema: Schema): boolean {
  if (readVersion(file, newestVersion(schema)) === 0) return true;
  const db = connectForReading(file);
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Database.SqliteError('quick_check', 'SQLITE_CORRUPT');
    refuseMadeUp(db, ['migration', 'change_set', 'audit_line', ...schema.tables.map(({ name }) => name)]);
    refuseEdited(db, schema);
    if (db.pragma('user_version', { simple: true }) === newestVersion(schema)) refuseOdd(db, schema);
    else refuseUnsound(db);
    return db.pragma('journal_mode', { simple: true }) === 'wal';
  } finally {
    db.close();
  }
}

/** Applies what is pending to a file that was examined. `backupFolder` receives the verified copy of a file that already held data. */
export function migrate(db: Connection, file: string, backupFolder: string, now: string, schema: Schema): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  const pending = schema.migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) {
    renewTriggers(db, schema);
    return;
  }
  const expected: Expected = { version: newestVersion(schema), facts: schema.facts };
  const backup = from > 0 ? placeOf(backupFolder, from, now) : null;
  if (backup !== null) backUp(file, backup, expected, 'upgrade');
  // Outside the transaction, since inside it the pragma is silently ignored.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
      );
      const note = db.prepare('INSERT INTO migration (version, name, hash, applied_at) VALUES (?, ?, ?, ?)');
      dropTriggers(db);
      for (const migration of pending) {
        if ('sql' in migration) db.exec(migration.sql);
        else migration.run(db);
        note.run(migration.version, migration.name, hashOf(migration), now);
      }
      writeTriggers(db, schema);
      refuseOdd(db, schema);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${newestVersion(schema)}`);
    }).immediate();
  } catch (error) {
    // Each new attempt would leave one more copy of a file that is what it was. Of one that no longer is, it may be all there is.
    if (backup !== null && isWhole(file, expected)) removeWhole(backup);
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
