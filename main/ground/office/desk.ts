// The desk: it holds the one open office of this process and is the only one to open, swap and close it. An office that is
// replaced (restore, demo thrown away) is set aside beside it, never deleted.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OfficeFacts } from '../../../shared/backups.ts';
import type { Clock } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Expected, readFacts, tryWriting, unfinishedName, writingTrouble } from './backup.ts';
import { folderInTheWay, isFolder, moveAlone, moveWhole, refuseStrangers, removeBeside, removeWhole, tails } from './beside.ts';
import { connect } from './connection.ts';
import { faultOf } from './content.ts';
import { refuseNetworkShare } from './location.ts';
import { lockOffice, type OfficeLock } from './lock.ts';
import { examine, migrate } from './migrate.ts';
import { Office } from './office.ts';
import { newestVersion, type Schema } from './schema.ts';
import { readVersion } from './schemaVersion.ts';
import { freeFile } from './stamp.ts';
import { WritingGate } from './writingGate.ts';

export const officeFileName = 'office.gridledger';

export type Desk = {
  readonly file: string;
  readonly folder: string;
  /** Every write of this process passes it. */
  readonly writing: WritingGate;
  /**
   * Writes into an office behind the gate.
   * @throws Refusal when another office has been taken in or begun since: what was meant for one is never written into the next
   */
  write<Result>(office: Office, work: () => Result | Promise<Result>): Promise<Result>;
  /** What a file must be to be taken for an office here. */
  readonly expected: Expected;
  /** Where backups go unless the office's settings name another folder. */
  readonly defaultBackupFolder: string;
  /** Which opening of an office this is: another one once an office was taken in or begun afresh, though it have the same uid. */
  opening(): string;
  /** The open office. @throws Refusal when the file is damaged and waits for a restore. */
  office(): Office;
  /** What is wrong with the file, in Chinese, or null when the office is open. */
  damage(): string | null;
  /** Where a verified copy must lie, whole, before `takeIn`. */
  readonly incoming: string;
  /** Where a file goes whose place another takes; it may not be there yet. */
  readonly aside: string;
  /**
   * Puts the verified copy at `incoming`, which was found to hold `promised`, in the place of the present file, which is set
   * aside.
   * @throws Refusal when it doesn't open as expected; then the present file is back where it was.
   */
  takeIn(promised: OfficeFacts): void;
  /** Sets the present file aside and opens an empty office. @throws Refusal when that can't be; then it is back where it was. */
  startAfresh(): void;
  close(): void;
};

function freeName(file: string, folder: string, at: Date): string {
  mkdirSync(folder, { recursive: true });
  tryWriting(folder);
  return freeFile(folder, at, (stamped) => `${stamped}_${path.basename(file)}`);
}

const holdsBackups = (folder: string): boolean => readdirSync(folder).some((name) => name.endsWith('.gridledger'));

/** System troubles in opening, as something the person can act on. */
function told(error: unknown, folder: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !('code' in error)) return error;
  return /EACCES|EPERM|EROFS|ENOENT|ENOTDIR|ENOSPC|FULL|READONLY|CANTOPEN|IOERR/.test(String(error.code))
    ? new Refusal(`台账打不开：${writingTrouble(error)}（${folder}）。请检查磁盘空间和文件夹的写入权限后重试，数据没有改动。`)
    : error;
}

/**
 * Opens the office of a data folder, creating both when missing, and migrates it. A damaged, emptied or vanished file, where
 * backups say that there was one, leaves the desk without an office: see `damage`.
 * @throws Refusal when another process holds it, it lies on a network share, or is newer than the program.
 */
export function openDesk(folder: string, clock: Clock, schema: Schema): Desk {
  try {
    return open(folder, clock, schema);
  } catch (error) {
    throw told(error, folder);
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder) && !isFolder(folder))
    throw new Refusal(
      `台账打不开：“${path.basename(folder)}”是文件，占了文件夹的位置（${path.dirname(folder)}）。请把它移到别处或改名，再试一次。`,
    );
  mkdirSync(folder, { recursive: true });
}

function open(folder: string, clock: Clock, schema: Schema): Desk {
  makeFolder(folder);
  refuseNetworkShare(folder);
  const file = path.join(folder, officeFileName);
  const incoming = `${file}.incoming`;
  const aside = path.join(folder, '换下的数据');
  const defaultBackupFolder = path.join(folder, '备份');
  makeFolder(defaultBackupFolder);
  const lock: OfficeLock = lockOffice(file, clock.now());
  const expected: Expected = { version: newestVersion(schema), facts: schema.facts };
  const writing = new WritingGate();
  let office: Office | null = null;
  let damage: string | null = null;
  let opening: string = randomUUID();

  /** @returns what is wrong with the file, going on from what it is called, or null where it is open */
  const openOffice = (): string | null => {
    try {
      if (existsSync(file)) refuseStrangers(file);
      const isAtWork = examine(file, schema);
      const db = connect(file);
      try {
        migrate(db, file, defaultBackupFolder, clock.now().toISOString(), schema);
      } catch (error) {
        // Of a file whose upgrade failed, no byte of its first page says that it was begun.
        if (!isAtWork) db.pragma('journal_mode = delete');
        db.close();
        throw error;
      }
      office = new Office(file, db, clock, schema);
      return null;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === null) throw error;
      return fault;
    }
  };

  const openPresent = (): void => {
    const fault = openOffice();
    damage =
      fault === null
        ? null
        : `数据文件“${officeFileName}”${fault}，程序没有改动它。请从备份恢复；备份也打不开的，请联系维护人员。`;
  };

  /** @throws Refusal where what has been put in the present file's place can't be opened */
  const openNext = (): Office => {
    const fault = openOffice();
    if (!office) throw new Refusal(`这份备份${fault}，不能使用。请换一份备份；都不能用的，请联系维护人员。`);
    damage = null;
    return office;
  };

  const closeOffice = (): void => {
    office?.close();
    office = null;
  };

  /** What a person reads where an office can't be replaced by another. */
  const unreplaced = (what: string, error: unknown): unknown => {
    // A fault of the program, for the log.
    if (!(error instanceof Error && (error instanceof Refusal || 'code' in error))) return error;
    return new Refusal(
      `没有${what}，现在的数据没有改动：${
        error instanceof Refusal
          ? error.message
          : `${writingTrouble(error)}（${aside}）。请检查这个文件夹能否写入、磁盘是否已满，再试一次。`
      }`,
    );
  };

  const besideNow = (what: string): string => {
    try {
      return freeName(file, aside, clock.now());
    } catch (error) {
      throw unreplaced(what, error);
    }
  };

  /** Sets the present file aside and lets `arrange` open another in its place. @throws Refusal; then the present one is back, and open */
  const replace = (what: string, arrange: () => void): void => {
    const damageBefore = damage;
    const kept = besideNow(what);
    closeOffice();
    let isAside = false;
    try {
      moveWhole(file, kept);
      isAside = true;
      arrange();
      opening = randomUUID();
    } catch (error) {
      closeOffice();
      if (isAside) {
        removeWhole(file);
        moveWhole(kept, file);
      }
      damage = damageBefore;
      if (damage === null) openPresent();
      throw unreplaced(what, error);
    }
  };

  try {
    const unfinished = unfinishedName(incoming);
    // A restore was cut short before its copy was whole.
    if (folderInTheWay(unfinished) === null) removeWhole(unfinished);
    const vanished = !existsSync(file);
    // Nor may the whole copy of one that was cut short later pass for the office.
    if (!vanished && folderInTheWay(incoming) === null) removeWhole(incoming);
    const inTheWay = folderInTheWay(file) ?? (vanished ? folderInTheWay(incoming) : null);
    if (inTheWay !== null) throw new Refusal(`台账打不开：${inTheWay}`);
    // The program ended between the two renames of `takeIn`: the verified copy is finished with, the old file lies aside.
    const cutShort = vanished && existsSync(incoming);
    if (!cutShort && (vanished || statSync(file).size === 0) && holdsBackups(defaultBackupFolder))
      damage = vanished ? `数据文件“${officeFileName}”不见了。` : `数据文件“${officeFileName}”是空的。`;
    else {
      if (vanished && tails.some((tail) => existsSync(file + tail))) moveWhole(file, freeName(file, aside, clock.now()));
      if (cutShort) moveAlone(incoming, file);
      openPresent();
    }
  } catch (error) {
    lock.release();
    throw error;
  }

  return {
    file,
    folder,
    writing,
    write: (meant, work) =>
      writing.pass(() => {
        if (office !== meant) throw new Refusal('台账已经换过一份，这一步没有保存。请刷新后再做。');
        return work();
      }),
    expected,
    defaultBackupFolder,
    incoming,
    aside,
    office() {
      if (!office) throw new Refusal(damage ?? '台账没有打开，请重新启动程序。');
      return office;
    },
    damage: () => damage,
    opening: () => opening,
    takeIn(promised) {
      const inIncoming = folderInTheWay(incoming);
      if (inIncoming !== null) throw new Refusal(`没有恢复，现在的数据没有改动：${inIncoming}`);
      removeBeside(incoming);
      readVersion(incoming, expected.version);
      replace('恢复', () => {
        moveAlone(incoming, file);
        const { held } = readFacts(openNext().db, expected.facts);
        for (const [index, { word, count, measure }] of promised.held.entries())
          if (held[index]?.count !== count)
            throw new Refusal(
              `恢复后核对${word}数不符（应有 ${count} ${measure}，实有 ${held[index]?.count ?? 0} ${measure}）。`,
            );
      });
    },
    startAfresh: () => replace('重新开始', openNext),
    close() {
      closeOffice();
      lock.release();
    },
  };
}
