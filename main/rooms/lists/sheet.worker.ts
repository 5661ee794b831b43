// Writes a list as it is shown, away from the window.
import { workerData } from 'node:worker_threads';
import { writeSheet } from '../../kit/sheetWork.ts';
import { roomListed } from '../rooms.ts';
import { listNamed, type ListSheetTask, rowsToGo, sheetOf } from './sheet.ts';

const task = workerData as ListSheetTask;
await writeSheet(task, (office) => {
  // Again, in the very view of the office that is written: rows may have gone since.
  rowsToGo(listNamed(roomListed, task.request.list), office, task.request);
  return sheetOf(roomListed, office, task);
});
