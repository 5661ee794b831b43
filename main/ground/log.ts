// The program's own diary: a rotating text file in the data folder, with personal numbers redacted. Screens never show it. What was
// declined is no fault of the program: a line without a stack, and without what was typed.
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { ZodError } from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { maskNumbersIn } from '../../shared/rules/masking.ts';

export type Log = {
  readonly folder: string;
  info(text: string): void;
  error(text: string, error: unknown): void;
};

const limit = 1024 * 1024;
/** What a request sent may stand in an error's words: hiding the numbers in megabytes would hold the window. */
const longestLine = 10_000;

/** Eleven digits and more, full-width ones too, with or without spaces of any width between them; a line's end parts them. */
const personal = /[\d\uff10-\uff19](?:[^\S\r\n]{0,3}[\d\uff10-\uff19]){10,}(?:[^\S\r\n]{0,3}[Xx\uff38\uff58](?![\w]))?/g;

/** Phones, ID numbers and bank accounts: all but the first three and last two characters become stars. */
export const redact = (text: string): string =>
  maskNumbersIn(
    text.replaceAll(personal, (digits) => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`),
    'hide',
    { first: 3, last: 2 },
  );

/** Of what didn't fit its shape only where and how. */
const shapeFaults = ({ issues }: ZodError): string =>
  `declined: ${issues.map(({ path: at, code }) => `${at.map(String).join('.')} ${code}`.trim()).join(', ')}`;

function told(error: unknown): string {
  if (error instanceof ZodError) return shapeFaults(error);
  if (error instanceof Refusal) return 'declined';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'grid-ledger.log');
  const append = (level: string, whole: string): void => {
    // Cut once a number that lies across the end is hidden.
    const text = redact(whole.slice(0, longestLine + 100)).slice(0, longestLine);
    if (existsSync(file) && statSync(file).size > limit) {
      if (existsSync(`${file}.1`)) renameSync(`${file}.1`, `${file}.2`);
      renameSync(file, `${file}.1`);
    }
    appendFileSync(file, `${new Date().toISOString()} ${level} ${text}\n`);
  };
  /** Whoever tells the diary what they did has done it, or failed at something else: a full disk under the diary is told elsewhere. */
  const write = (level: string, text: string): void => {
    try {
      append(level, text);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      process.stderr.write(`the log can't be written: ${error.message}\n`);
    }
  };
  return {
    folder,
    info: (text) => write('INFO', text),
    error: (text, error) =>
      write(error instanceof ZodError || error instanceof Refusal ? 'INFO' : 'ERROR', `${text}: ${told(error)}`),
  };
}
