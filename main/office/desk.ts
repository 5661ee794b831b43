// The desk: it holds the one open office of this process and is the only one to open, swap and close it. An office that is
// replaced (restore, demo thrown away) is set aside beside it, never deleted.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/refusal.ts';
import { checkOfficeFile, type OfficeFacts } from './backup.ts';
import { connect } from './connection.ts';
import { refuseNetworkShare } from './location.ts';
import { lockOffice, type OfficeLock } from './lock.ts';
import { migrate, readVersion } from './migrate.ts';
import { Office } from './office.ts';

export const officeFileName = 'office.gridledger';

export type Desk = {
  readonly file: string;
  readonly folder: string;
  /** Where backups go unless the office's settings name another folder. */
  readonly defaultBackupFolder: string;
  /** The open office. @throws Refusal when the file is damaged and waits for a restore. */
  office(): Office;
  /** What is wrong with the file, in Chinese, or null when the office is open. */
  damage(): string | null;
  /** Puts a checked copy in the place of the present file, which is set aside. */
  replaceWith(candidate: string): OfficeFacts;
  /** Sets the present file aside and opens an empty office. */
  startAfresh(): void;
  close(): void;
};

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15);

function setAside(file: string, folder: string, at: Date): void {
  mkdirSync(folder, { recursive: true });
  for (let attempt = 0; ; attempt++) {
    const target = path.join(folder, `${stamp(at)}${attempt ? `_${attempt}` : ''}_${path.basename(file)}`);
    if (existsSync(target)) continue;
    if (existsSync(file)) renameSync(file, target);
    // A stale -wal would silently bring the old rows back into whatever takes this name next; it goes with its file.
    for (const tail of ['-wal', '-shm']) if (existsSync(file + tail)) renameSync(file + tail, target + tail);
    return;
  }
}

/**
 * Opens the office of a data folder, creating both when missing, and migrates it.
 * @throws Refusal when another process holds it, it lies on a network share, or is newer than the program.
 */
export function openDesk(folder: string, clock: Clock): Desk {
  mkdirSync(folder, { recursive: true });
  refuseNetworkShare(folder);
  const file = path.join(folder, officeFileName);
  const aside = path.join(folder, '换下的数据');
  const defaultBackupFolder = path.join(folder, '备份');
  mkdirSync(defaultBackupFolder, { recursive: true });
  const lock: OfficeLock = lockOffice(file, clock.now().toISOString());
  let office: Office | null = null;
  let damage: string | null = null;

  const open = (): void => {
    damage = null;
    try {
      readVersion(file);
      const db = connect(file);
      try {
        migrate(db, file, defaultBackupFolder, clock.now().toISOString());
        if (db.pragma('quick_check(1)', { simple: true }) !== 'ok')
          throw new Database.SqliteError('quick_check', 'SQLITE_CORRUPT');
      } catch (error) {
        db.close();
        throw error;
      }
      office = new Office(file, db, clock);
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !/CORRUPT|NOTADB/.test(error.code)) throw error;
      damage = `数据文件“${officeFileName}”已损坏（${error.code}），程序没有改动它。`;
    }
  };

  const closeOffice = (): void => {
    office?.close();
    office = null;
  };

  try {
    open();
  } catch (error) {
    lock.release();
    throw error;
  }

  return {
    file,
    folder,
    defaultBackupFolder,
    office() {
      if (!office) throw new Refusal(damage ?? '台账没有打开，请重新启动程序。');
      return office;
    },
    damage: () => damage,
    replaceWith(candidate) {
      const facts = checkOfficeFile(candidate);
      readVersion(candidate);
      const incoming = `${file}.incoming`;
      rmSync(incoming, { force: true });
      const copy = new Database(candidate, { readonly: true, fileMustExist: true });
      try {
        copy.prepare('VACUUM INTO ?').run(incoming);
      } finally {
        copy.close();
      }
      checkOfficeFile(incoming);
      closeOffice();
      setAside(file, aside, clock.now());
      renameSync(incoming, file);
      open();
      const now = this.office();
      const workers = now.db.prepare<[], number>('SELECT count(*) FROM worker').pluck().get();
      if (workers !== facts.workers) throw new Error(`restored ${workers} workers instead of ${facts.workers}`);
      return facts;
    },
    startAfresh() {
      closeOffice();
      setAside(file, aside, clock.now());
      open();
    },
    close() {
      closeOffice();
      lock.release();
    },
  };
}
