// Writes a list as it is shown, away from the window.
import { workerData } from 'node:worker_threads';
import { writeSheet } from '../../kit/sheetWork.ts';
import { roomListed } from '../rooms.ts';
import { listNamed, type ListSheetTask, sheetOf } from './sheet.ts';

const task = workerData as ListSheetTask;
await writeSheet(task, (office) => {
  const { list, question, ids } = task.request;
  // Again, in the very view of the office that is written: some of the selected rows may have gone since.
  if (ids) listNamed(roomListed, list).asked(question).count(office, ids);
  return sheetOf(roomListed, office, task);
});
