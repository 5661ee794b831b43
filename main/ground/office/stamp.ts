// Instants as file names carry them, sortable, without characters Windows refuses, and as a person reads them: local, as the office
// reads its clock.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { tails } from './beside.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 20260928_102600 */
export const stamp = (at: Date): string =>
  `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}_${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;

/** 2026-09-28 10:26, as the office reads its clock. */
export const spokenInstant = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;

/** A path in `folder` at which nothing lies; of two in one second the second is …_2. */
export function freeFile(folder: string, at: Date, named: (stamped: string) => string): string {
  for (let attempt = 1; ; attempt++) {
    const file = path.join(folder, named(`${stamp(at)}${attempt > 1 ? `_${attempt}` : ''}`));
    if (tails.every((tail) => !existsSync(file + tail))) return file;
  }
}

/** The instant a file name carries, or null. */
export function stampedInstant(name: string): Date | null {
  const found = /_(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)(?:_\d+)?\./.exec(name);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}
