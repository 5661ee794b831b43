// Writes a list as it is shown, away from the window.
import { workerData } from 'node:worker_threads';
import { writeSheet } from '../../kit/sheetWork.ts';
import { roomListed } from '../rooms.ts';
import { type ListSheetTask, sheetOf } from './sheet.ts';

const task = workerData as ListSheetTask;
await writeSheet(task, (office) => sheetOf(roomListed, office, task));
