// Writes a list as it is shown, away from the window.
import { workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import { goneSince, writeSheet } from '../../kit/sheetWork.ts';
import { roomListed } from '../rooms.ts';
import { listNamed, type ListSheetTask, sheetOf } from './sheet.ts';

const task = workerData as ListSheetTask;
await writeSheet(task, (office) => {
  const { list, question, ids } = task.request;
  // Again, in the very view of the office that is written: some of the rows, or all of them, may have gone since.
  if (listNamed(roomListed, list).asked(question).count(office, ids) === 0) throw new Refusal(goneSince);
  return sheetOf(roomListed, office, task);
});
