// A whole, verified copy of an office file, taken while the office works: VACUUM INTO a temporary file, synced, reopened and
// checked, and only then given its name. Synchronous, so it runs in a worker's own connection or before a migration.
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { OfficeFacts } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { folderInTheWay, moveAlone, refuseStrangers, removeWhole, syncToDisk, tails } from './beside.ts';
import { type Connection, connectForReading, connectToCopy } from './connection.ts';
import { faultOf, refuseMadeUp, Unfit } from './content.ts';
import type { FactQuestions } from './schema.ts';
import { readVersion } from './schemaVersion.ts';
import { dropTriggers } from './triggers.ts';

/** What a copy is called until it is known to be whole. */
export const unfinishedName = (target: string): string => `${target}.unfinished`;

const scalar = (db: Connection, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

const text = (db: Connection, sql: string): string | null => db.prepare<[], string>(sql).pluck().get() ?? null;

/** What a program takes for an office file: of which schema at most, and what is asked of it. Plain, so that a worker can be given it. */
export type Expected = { version: number; facts: FactQuestions };

const lastLine = 'SELECT ifnull(max(id), 0) FROM audit_line';
const lastAct = 'SELECT at FROM change_set ORDER BY id DESC LIMIT 1';

/** What an office holds, save the size of its file. */
export const readFacts = (db: Connection, { unit, counts }: FactQuestions): Omit<OfficeFacts, 'bytes'> => ({
  version: db.pragma('user_version', { simple: true }) as number,
  lastAuditLine: scalar(db, lastLine),
  lastActAt: text(db, lastAct),
  unit: text(db, unit),
  held: counts.map(({ word, measure, sql }) => ({ word, count: scalar(db, sql), measure })),
});

/**
 * Opens an office file for reading and checks it through: identity, every page, every reference.
 * @throws Refusal saying in Chinese what is wrong with it.
 */
export function checkOfficeFile(file: string, expected: Expected): OfficeFacts {
  const name = path.basename(file);
  if (!existsSync(file)) throw new Refusal(`没有找到“${name}”。`);
  const inTheWay = folderInTheWay(file);
  if (inTheWay !== null) throw new Refusal(inTheWay);
  refuseStrangers(file);
  try {
    if (readVersion(file, expected.version) === 0) throw new Refusal(`“${name}”不是网格台账的数据文件，里面没有数据。`);
    const db = connectForReading(file);
    try {
      const integrity = db.pragma('integrity_check(1)', { simple: true });
      if (integrity !== 'ok') throw new Refusal(`“${name}”已损坏，不能使用。`);
      refuseMadeUp(db, [lastLine, lastAct, expected.facts.unit, ...expected.facts.counts.map(({ sql }) => sql)]);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Refusal(`“${name}”内部数据不一致，不能使用。`);
      return { bytes: statSync(file).size, ...readFacts(db, expected.facts) };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Unfit) throw new Refusal(`“${name}”${error.fault}，不能使用。`);
    if (error instanceof Database.SqliteError)
      throw new Refusal(`“${name}”不是网格台账的数据文件，或者已损坏（${error.code}），不能使用。`);
    throw error;
  }
}

/** Why a file could not be written, in words; the system's own code where there is no better one. */
export function writingTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (/FULL|ENOSPC|EDQUOT/.test(code)) return '磁盘空间不足';
  if (/EEXIST/.test(code)) return '同名的文件占了文件夹的位置';
  if (/EISDIR/.test(code)) return '同名的文件夹占了文件的位置';
  if (/EXDEV/.test(code)) return '那里是另一块磁盘';
  if (/ENOTDIR/.test(code)) return '路径里有一个不是文件夹';
  if (/EACCES|EPERM|READONLY|CANTOPEN|EROFS/.test(code)) return '文件夹不能写入';
  if (/ENOENT|IOERR|EIO|ESTALE|ENETUNREACH|EHOSTDOWN|ENODEV|ENXIO/.test(code)) return '文件夹不存在，或磁盘、网络文件夹断开了';
  return code;
}

/** Finds out whether a folder can be written into. @throws the system's error where it can't */
export function tryWriting(folder: string): void {
  const probe = path.join(folder, `.grid-ledger-${process.pid}.tmp`);
  try {
    writeFileSync(probe, '台账');
  } finally {
    rmSync(probe, { force: true });
  }
}

/** What a copy is made for, in what whoever waits for it reads where it fails. */
const purposes = {
  backup: { failed: '没有备份成功', advice: '请换一个文件夹或清理磁盘后重试。' },
  upgrade: { failed: '台账没有打开，升级前的备份没有做成', advice: '请清理磁盘、检查这个文件夹能否写入后再打开，数据没有改动。' },
  restore: { failed: '没有恢复，现在的数据没有改动', advice: '请清理磁盘、检查这个文件夹能否写入后再试。' },
} as const;

export type Purpose = keyof typeof purposes;

/**
 * Leaves out of a copy what it may not bring along; an older schema may not have had it. No trigger of the file runs over it: whoever
 * opens it writes ours. It is left as an office at work keeps it, so that opening it in its place writes no journal.
 */
function makeReady(copy: string, without: readonly string[]): void {
  const db = connectToCopy(copy);
  try {
    dropTriggers(db);
    const has = db.prepare<[string], 1>(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`);
    for (const table of without) if (has.get(table)) db.exec(`DELETE FROM ${table}`);
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
}

/**
 * Copies the office at `source` to `target`, which must not exist yet.
 * @param without where it is to be restored: tables whose rows stay behind
 * @throws Refusal when the target exists, can't be written, or the copy isn't whole; then nothing is left behind.
 */
export function backUp(
  source: string,
  target: string,
  expected: Expected,
  purpose: Purpose = 'backup',
  without: readonly string[] = [],
): OfficeFacts {
  const { failed, advice } = purposes[purpose];
  const folder = path.dirname(target);
  const unfinished = unfinishedName(target);
  const inTheWay = folderInTheWay(target) ?? folderInTheWay(unfinished);
  if (inTheWay !== null) throw new Refusal(`${failed}：${inTheWay}`);
  const taken = new Refusal(`备份文件“${path.basename(target)}”已经存在，没有覆盖它。`);
  if (tails.some((tail) => existsSync(target + tail))) throw taken;
  if (!existsSync(folder)) throw new Refusal(`备份文件夹“${folder}”不存在，没有备份。请在设置的“备份与恢复”里重新选择。`);
  try {
    removeWhole(unfinished);
    const db = connectForReading(source);
    let mark: number;
    try {
      mark = scalar(db, lastLine);
      db.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      db.close();
    }
    if (purpose === 'restore') makeReady(unfinished, without);
    syncToDisk(unfinished, 'r+');
    const facts = checkOfficeFile(unfinished, expected);
    if (facts.lastAuditLine < mark) throw new Refusal('备份没有包含最新的记录，已作废，请重试。');
    if (existsSync(target)) throw taken;
    moveAlone(unfinished, target);
    return facts;
  } catch (error) {
    try {
      removeWhole(unfinished);
    } catch (second) {
      // A share that vanished: the first failure is the one to tell.
      if (!(second instanceof Error && 'code' in second)) throw second;
    }
    if (error instanceof Refusal) throw error;
    const fault = faultOf(error);
    throw new Refusal(
      fault === null
        ? `${failed}：${writingTrouble(error)}（${folder}）。${advice}`
        : `${failed}：“${path.basename(source)}”${fault}，不能使用。请换一份备份；都不能用的，请联系维护人员。`,
    );
  }
}
