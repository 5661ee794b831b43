// Which schema a file was saved with, read without touching it. What isn't ours, or is newer than this program, is refused.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { applicationId, connectForReading } from './connection.ts';

/**
 * Reads a file's schema version without touching it: 0 for an empty or missing file.
 * @param newest the latest this program knows
 * @throws Refusal when it isn't an office file, or is newer than this program.
 */
export function readVersion(file: string, newest: number): number {
  if (!existsSync(file)) return 0;
  const db = connectForReading(file);
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    const identity = db.pragma('application_id', { simple: true }) as number;
    const tables = db.prepare<[], number>(`SELECT count(*) FROM sqlite_schema WHERE type = 'table'`).pluck().get() ?? 0;
    if (tables === 0 && version === 0) return 0;
    if (identity !== applicationId || version < 1)
      throw new Refusal(`“${path.basename(file)}”不是网格台账的数据文件，没有打开，也没有改动它。`);
    if (version > newest)
      throw new Refusal(
        `“${path.basename(file)}”是用更新版本的程序保存的（数据版本 ${version}，本程序 ${newest}）。请安装新版程序后再打开，文件没有改动。`,
      );
    return version;
  } finally {
    db.close();
  }
}
