// What an import remembers of a header: which column was what. Kept among the person's preferences; written by the main thread.
import { createHash } from 'node:crypto';
import { type ImportField, plainTitle } from '../../../shared/imports/fields.ts';

/** What an earlier import of the same header had the person choose. */
export type Remembered = { columns: (ImportField | null)[]; startedWorkIsFirstDay: boolean };

/** Finds what is remembered of a header, by its signature. */
export type Recall = (signature: string) => Remembered | null;

/** What a header is remembered by: the same titles in the same order. */
export const signatureOf = (titles: readonly string[]): string =>
  createHash('sha256').update(titles.map(plainTitle).join('\n')).digest('hex').slice(0, 24);

/** What it is called among the preferences. */
export const preferenceName = (signature: string): string => `imports.columns.${signature}`;
