// Bringing a backup back: checked and copied beside the office in a worker, then put in its place in one step, with the present
// file set aside. What can't be used is refused before anything is touched. Who sits at which PC now sits there afterwards, too.
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { OfficeFacts } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Log } from '../../ground/log.ts';
import { copyInWorker } from '../../ground/office/backupWork.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { clearSeats, listSeats, seatAgain } from '../../ground/people/people.ts';
import { inTurn } from './backUpNow.ts';

/** The copy was checked page by page, but whoever wrote it may have put anything into its tables. */
function unseat(file: string): void {
  try {
    clearSeats(file);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new Refusal(`没有恢复，现在的数据没有改动：这份备份的内容和本程序保存的不一样（${error.code}），不能使用。`);
  }
}

/**
 * Restores the office from a file.
 * @throws Refusal when the file is torn, none of ours or newer than the program; the present data is then untouched.
 */
export function restore(
  desk: Desk,
  candidate: string,
  log: Log,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<OfficeFacts> {
  return inTurn(desk, async () => {
    rmSync(desk.incoming, { force: true });
    const facts = await copyInWorker(candidate, desk.incoming, {
      checkSource: true,
      expected: desk.expected,
      progress,
    });
    try {
      if (signal?.aborted) throw new Refusal('恢复已取消，现在的数据没有改动。');
      unseat(desk.incoming);
      await desk.writing.pass(() => {
        const seats = desk.damage() === null ? listSeats(desk.office()) : [];
        desk.takeIn(facts);
        seatAgain(desk.office(), seats);
      });
    } finally {
      rmSync(desk.incoming, { force: true });
    }
    log.info(`restored from ${candidate}: schema ${facts.version}, audit line ${facts.lastAuditLine}`);
    return facts;
  });
}

/**
 * Sets the present file aside, once no backup reads it any more, and opens an empty office.
 * @param may asked when its turn has come, since a restore may have come before: throws where the file must stay
 */
export const startAfresh = (desk: Desk, may: () => void): Promise<void> =>
  inTurn(desk, () =>
    desk.writing.pass(() => {
      may();
      desk.startAfresh();
    }),
  );
