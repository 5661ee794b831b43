// One process holds an office file at a time. The lock is an open exclusive transaction on a sidecar SQLite file, so the
// system frees it however the holder ends; who holds it is told by a second file, because nobody may read the first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/refusal.ts';
import { folderInTheWay } from './beside.ts';
import { spokenInstant } from './stamp.ts';

export type OfficeLock = { release(): void };

const holderPath = (officePath: string): string => `${officePath}.holder.txt`;

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function describeHolder(officePath: string): string {
  try {
    return readFileSync(holderPath(officePath), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '另一个窗口';
    throw error;
  }
}

/**
 * Takes the lock of an office file.
 * @throws Refusal naming the holder when another process has it.
 */
export function lockOffice(officePath: string, startedAt: Date): OfficeLock {
  const inTheWay = folderInTheWay(officePath, ['.lock', '.lock-journal', '.holder.txt']);
  if (inTheWay !== null) throw new Refusal(`台账打不开：${inTheWay}`);
  const sidecar = new Database(`${officePath}.lock`, { timeout: 0 });
  try {
    sidecar.pragma('journal_mode = DELETE');
    sidecar.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sidecar.close();
    if (isBusy(error)) throw new Refusal(`台账正在被使用（${describeHolder(officePath)}）。请先关闭那个窗口，再打开本程序。`);
    throw error;
  }
  writeFileSync(
    holderPath(officePath),
    `${userInfo().username} 在 ${hostname()} 上，进程 ${process.pid}，${spokenInstant(startedAt)} 打开\n`,
  );
  return {
    release() {
      rmSync(holderPath(officePath), { force: true });
      sidecar.exec('ROLLBACK');
      sidecar.close();
    },
  };
}
