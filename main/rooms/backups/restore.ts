// Bringing a backup back: checked and copied beside the office in a worker, then put in its place in one step, with the present
// file set aside. What can't be used is refused before anything is touched. Who sits at which PC now sits there afterwards, too.
import type { OfficeFacts } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Log } from '../../ground/log.ts';
import { folderInTheWay, removeWhole } from '../../ground/office/beside.ts';
import { copyInWorker } from '../../ground/office/backupWork.ts';
import type { Desk } from '../../ground/office/desk.ts';
import { listSeats, type Seat, seatAgain, seatTable } from '../../ground/people/people.ts';
import { readSetting } from '../settings/settings.ts';
import { inTurn } from './backUpNow.ts';

/** Whoever asked for it compared what was there then: another may have replaced that while they waited for their turn. */
function refuseReplaced(desk: Desk, meant: string): void {
  if (desk.opening() !== meant) throw new Refusal('台账已经换过一份，这一步没有做。请刷新后再做。');
}

/** Nobody where the office tells nobody, or where a demo's made-up person sits: then it is asked. */
const seatsNow = (desk: Desk): Seat[] =>
  desk.damage() !== null || readSetting(desk.office(), 'office').demo ? [] : listSeats(desk.office());

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
  const meant = desk.opening();
  return inTurn(desk, async () => {
    const inTheWay = folderInTheWay(desk.incoming);
    if (inTheWay !== null) throw new Refusal(`没有恢复，现在的数据没有改动：${inTheWay}`);
    try {
      removeWhole(desk.incoming);
      const facts = await copyInWorker(candidate, desk.incoming, {
        purpose: 'restore',
        expected: desk.expected,
        without: [seatTable],
        progress,
      });
      if (signal?.aborted) throw new Refusal('恢复已取消，现在的数据没有改动。');
      await desk.writing.pass(() => {
        refuseReplaced(desk, meant);
        const seats = seatsNow(desk);
        desk.takeIn(facts);
        try {
          seatAgain(desk.office(), seats);
        } catch (error) {
          // The backup is back. Whoever could not be seated is asked who they are.
          log.error('seats after a restore', error);
        }
      });
      log.info(`restored from ${candidate}: schema ${facts.version}, audit line ${facts.lastAuditLine}`);
      return facts;
    } finally {
      removeWhole(desk.incoming);
    }
  });
}

/**
 * Sets the present file aside, once no backup reads it any more, and opens an empty office.
 * @param may asked when its turn has come, since a restore may have come before: throws where the file must stay
 */
export function startAfresh(desk: Desk, may: () => void): Promise<void> {
  const meant = desk.opening();
  return inTurn(desk, () =>
    desk.writing.pass(() => {
      refuseReplaced(desk, meant);
      may();
      desk.startAfresh();
    }),
  );
}
