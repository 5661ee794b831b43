// Copies or checks an office file away from the main thread, in a connection of its own. Never writes the office.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import { backUp, checkOfficeFile } from './backup.ts';
import type { BackupAnswer, BackupTask } from './backupWork.ts';

const task = workerData as BackupTask;

function work(): BackupAnswer {
  try {
    if (task.target === null) return { facts: checkOfficeFile(task.source, task.expected) };
    if (task.purpose === 'restore') checkOfficeFile(task.source, task.expected);
    return { facts: backUp(task.source, task.target, task.expected, task.purpose, task.without) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

parentPort?.postMessage(work());
