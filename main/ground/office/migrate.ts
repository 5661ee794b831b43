// Brings an office file up to this program's schema, in one transaction, behind a verified backup. A file that is newer, that
// is something else, or whose applied migrations differ from ours is refused untouched.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backupKinds } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { backUp } from './backup.ts';
import { applicationId, type Connection } from './connection.ts';
import { hashOf, newestVersion, type Schema } from './schema.ts';
import { stamp } from './stamp.ts';
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

function freeName(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const file = path.join(folder, `${name}${attempt > 1 ? `_${attempt}` : ''}.gridledger`);
    if (!existsSync(file)) return file;
  }
}

/** Applies what is pending. `backupFolder` receives the verified copy of a file that already held data. */
export function migrate(db: Connection, file: string, backupFolder: string, now: string, schema: Schema): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  if (from > 0) refuseEdited(db, schema);
  const pending = schema.migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) {
    renewTriggers(db, schema);
    return;
  }
  const backup = from > 0 ? freeName(backupFolder, `${backupKinds.upgrade}_v${from}_${stamp(new Date(now))}`) : null;
  if (backup !== null) backUp(file, backup, { version: newestVersion(schema), facts: schema.facts });
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
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${newestVersion(schema)}`);
    }).immediate();
  } catch (error) {
    // The file is what it was: each new attempt would leave one more copy of it.
    if (backup !== null) rmSync(backup, { force: true });
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
