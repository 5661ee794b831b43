// A whole, verified copy of an office file, taken while the office works: VACUUM INTO a temporary file, synced, reopened and
// checked, and only then given its name. Synchronous, so it runs in a worker's own connection or before a migration.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/refusal.ts';
import { applicationId, type Connection, connectForReading } from './connection.ts';

/** What a checked office file holds; `lastAuditLine` is its high-water mark. */
export type OfficeFacts = { bytes: number; version: number; lastAuditLine: number; workers: number; photos: number };

const scalar = (db: Connection, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

/**
 * Opens an office file for reading and checks it through: identity, every page, every reference.
 * @throws Refusal saying in Chinese what is wrong with it.
 */
export function checkOfficeFile(file: string): OfficeFacts {
  const name = path.basename(file);
  if (!existsSync(file)) throw new Refusal(`没有找到“${name}”。`);
  try {
    const db = connectForReading(file);
    try {
      if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal(`“${name}”不是网格台账的数据文件。`);
      const integrity = db.pragma('integrity_check(1)', { simple: true });
      if (integrity !== 'ok') throw new Refusal(`“${name}”已损坏，不能使用。`);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Refusal(`“${name}”内部数据不一致，不能使用。`);
      return {
        bytes: statSync(file).size,
        version: db.pragma('user_version', { simple: true }) as number,
        lastAuditLine: scalar(db, 'SELECT ifnull(max(id), 0) FROM audit_line'),
        workers: scalar(db, 'SELECT count(*) FROM worker'),
        photos: scalar(db, 'SELECT count(*) FROM photo'),
      };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new Refusal(`“${name}”不是完整的台账数据文件（${error.code}），不能使用。`);
    throw error;
  }
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies the office at `source` to `target`, which must not exist yet.
 * @throws Refusal when the target exists, can't be written, or the copy isn't whole; then nothing is left behind.
 */
export function backUp(source: string, target: string): OfficeFacts {
  if (existsSync(target)) throw new Refusal(`备份文件“${path.basename(target)}”已经存在，没有覆盖它。`);
  if (!existsSync(path.dirname(target))) throw new Refusal(`备份文件夹“${path.dirname(target)}”不存在，请在设置里重新选择。`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const db = connectForReading(source);
    let mark: number;
    try {
      mark = scalar(db, 'SELECT ifnull(max(id), 0) FROM audit_line');
      db.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      db.close();
    }
    syncToDisk(unfinished);
    const facts = checkOfficeFile(unfinished);
    if (facts.lastAuditLine < mark) throw new Refusal('备份没有包含最新的记录，已作废，请重试。');
    renameSync(unfinished, target);
    return facts;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Refusal) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const told = /FULL|ENOSPC/.test(reason)
      ? '磁盘空间不足'
      : /EACCES|EPERM|READONLY|CANTOPEN|EROFS/.test(reason)
        ? '文件夹不能写入'
        : reason;
    throw new Refusal(`没有备份成功：${told}（${path.dirname(target)}）。请换一个文件夹或清理磁盘后重试。`);
  }
}
