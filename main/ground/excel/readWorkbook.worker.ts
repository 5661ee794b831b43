// Reads one workbook away from the main thread, so that the window answers meanwhile. Started by readInWorker.ts only.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import type { Book } from './book.ts';
import { readWorkbook } from './readWorkbook.ts';

export type ReadMessage = { kind: 'book'; book: Book } | { kind: 'refused'; message: string };

const { name, bytes } = workerData as { name: string; bytes: Uint8Array };

function outcome(): ReadMessage {
  try {
    return { kind: 'book', book: readWorkbook(name, bytes) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

parentPort?.postMessage(outcome());
