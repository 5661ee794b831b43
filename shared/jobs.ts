// What a screen sees of long work: how far it is and how it ended.
import type { Instead } from './refusal.ts';

export type JobState = {
  id: string;
  title: string;
  phase: 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  /** The present step, in Chinese. */
  text: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** What the file is called that it has made, once it is done. */
  file: string | null;
  /** Chinese, when the phase is failed. */
  error: string | null;
  instead: Instead;
};
