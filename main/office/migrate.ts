// Brings an office file up to this program's schema, in one transaction, behind a verified backup. A file that is newer, that
// is something else, or whose applied migrations differ from ours is refused untouched.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { backUp } from './backup.ts';
import { applicationId, type Connection, connectForReading } from './connection.ts';
import { type Migration, migrations as released } from './migrations/index.ts';
import { triggersSql } from './triggers.ts';

const hashOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

const newest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

/**
 * Reads a file's schema version without touching it: 0 for an empty or missing file.
 * @throws Refusal when it isn't an office file, or is newer than this program.
 */
export function readVersion(file: string, migrations: readonly Migration[] = released): number {
  if (!existsSync(file)) return 0;
  const db = connectForReading(file);
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    const identity = db.pragma('application_id', { simple: true }) as number;
    const tables = db.prepare<[], number>(`SELECT count(*) FROM sqlite_schema WHERE type = 'table'`).pluck().get() ?? 0;
    if (tables === 0 && version === 0) return 0;
    if (identity !== applicationId) throw new Refusal(`“${path.basename(file)}”不是网格台账的数据文件，没有打开，也没有改动它。`);
    if (version > newest(migrations))
      throw new Refusal(
        `“${path.basename(file)}”是用更新版本的程序保存的（数据版本 ${version}，本程序 ${newest(migrations)}）。请安装新版程序后再打开，文件没有改动。`,
      );
    return version;
  } finally {
    db.close();
  }
}

function refuseEdited(db: Connection, migrations: readonly Migration[]): void {
  const applied = db.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM migration ORDER BY version').all();
  for (const { version, hash } of applied) {
    const ours = migrations.find((migration) => migration.version === version);
    if (!ours || hashOf(ours) !== hash)
      throw new Refusal(
        `数据文件的第 ${version} 次结构升级与本程序不一致，没有打开，文件没有改动。请用原来的程序版本打开，或联系维护人员。`,
      );
  }
}

function writeTriggers(db: Connection): void {
  const present = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
  for (const name of present) db.exec(`DROP TRIGGER "${name}"`);
  db.exec(triggersSql);
}

/** Applies what is pending. `backupFolder` receives the verified copy of a file that already held data. */
export function migrate(
  db: Connection,
  file: string,
  backupFolder: string,
  now: string,
  migrations: readonly Migration[] = released,
): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  if (from > 0) refuseEdited(db, migrations);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  if (from > 0) {
    mkdirSync(backupFolder, { recursive: true });
    backUp(file, path.join(backupFolder, `升级前_v${from}_${now.replaceAll(/[-:]/g, '').slice(0, 15)}.gridledger`));
  }
  // Outside the transaction, since inside it the pragma is silently ignored.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
      );
      const note = db.prepare('INSERT INTO migration (version, name, hash, applied_at) VALUES (?, ?, ?, ?)');
      for (const migration of pending) {
        db.exec(migration.sql);
        note.run(migration.version, migration.name, hashOf(migration), now);
      }
      writeTriggers(db);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${newest(migrations)}`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
