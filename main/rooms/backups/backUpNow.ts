// Taking a backup of the open office: where it goes, what it is called, and the note that it was whole. One runs at a time, and
// a restore waits for it, because Windows won't rename a file that a copy still reads.
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BackupKind, backupKinds, type OfficeFacts } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Log } from '../../ground/log.ts';
import { type BackupRegister, changeRegister } from '../../ground/office/backupRegister.ts';
import { copyInWorker } from '../../ground/office/backupWork.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { freeFile } from '../../ground/office/stamp.ts';
import { backupFolder } from './folder.ts';

export type TakenBackup = { file: string; facts: OfficeFacts };

const queues = new WeakMap<Desk, Promise<unknown>>();

/** Runs work on the office file's whole after what is already under way. */
export function inTurn<Result>(desk: Desk, work: () => Promise<Result>): Promise<Result> {
  const before = queues.get(desk) ?? Promise.resolve();
  const turn = before.then(work, work);
  queues.set(desk, turn);
  return turn;
}

/** What is noted of a backup helps the screens; where the disk has no room for the note, the backup is what it is without. */
function note(desk: Desk, log: Log, change: (register: BackupRegister) => void): void {
  try {
    changeRegister(desk.folder, change);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    log.error('backup register', error);
  }
}

/**
 * Backs the open office up into its backup folder, whole and verified, while the office works on.
 * @throws Refusal in Chinese when it can't; the failure is also kept for the screens until a backup succeeds.
 */
export function backUpNow(
  desk: Desk,
  kind: BackupKind,
  log: Log,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<TakenBackup> {
  return inTurn(desk, async () => {
    const { clock } = desk.office();
    const at = clock.now().toISOString();
    try {
      const file = freeFile(backupFolder(desk), clock.now(), (stamped) => `${backupKinds[kind]}_${stamped}.gridledger`);
      const facts = await copyInWorker(desk.file, file, { purpose: 'backup', expected: desk.expected, progress });
      if (signal?.aborted) {
        rmSync(file);
        throw new Refusal('备份已取消，没有留下文件。');
      }
      note(desk, log, (register) => {
        register.failure = null;
        register.notes[file] = { bytes: facts.bytes, modified: statSync(file).mtimeMs, madeHere: true, check: { at, facts } };
      });
      log.info(`backup ${kind}: ${path.basename(file)}, ${facts.bytes} bytes`);
      return { file, facts };
    } catch (error) {
      if (signal?.aborted) throw error;
      const message = error instanceof Refusal ? error.message : '备份没有成功，详情已记入日志。';
      note(desk, log, (register) => {
        register.failure = { at, message };
      });
      log.info(`backup ${kind} failed: ${message}`);
      throw error;
    }
  });
}
