// Why the program didn't start, or had to stop, in words a person can act on. Never a stack: that goes to the log, if the
// data folder can hold one.
import path from 'node:path';
import { Refusal } from '../shared/refusal.ts';
import { openLog } from './ground/log.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限写入数据文件夹',
  EPERM: '没有权限写入数据文件夹',
  EROFS: '数据文件夹所在的磁盘是只读的',
  ENOSPC: '磁盘已满',
  ENOTDIR: '数据文件夹的路径里有一个不是文件夹',
  EEXIST: '数据文件夹的位置上有一个同名文件',
  ENAMETOOLONG: '数据文件夹的路径太长',
  SQLITE_CANTOPEN: '数据文件打不开，可能没有权限',
  SQLITE_READONLY: '数据文件是只读的',
  SQLITE_FULL: '磁盘已满',
  SQLITE_IOERR: '读写磁盘出错',
};

/** What the person is told when a program that runs can't go on. */
export const mustClose = '程序出错，需要关闭。已保存的数据没有受影响，请重新打开。';

/** What the person is told when the program doesn't start. */
export function explain(error: unknown, folder: string): string {
  if (error instanceof Refusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = Object.entries(reasons).find(([start]) => code.startsWith(start))?.[1];
  if (reason) return `${reason}，程序没有启动：${folder}。请检查该文件夹，或用 --data 换一个文件夹。`;
  return `程序出错，没有启动${code ? `（${code}）` : ''}。请重新打开；仍不行时，请联系维护人员，并附上日志文件夹：${path.join(folder, '日志')}。`;
}

/** Keeps the rest of an unexpected error in the log. */
export function noteFailure(error: unknown, folder: string): void {
  if (error instanceof Refusal) return;
  try {
    openLog(path.join(folder, '日志')).error('start', error);
  } catch {
    // The folder itself is what failed: what the person is told has to do.
  }
}
