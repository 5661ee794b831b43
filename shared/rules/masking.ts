// Personal numbers as lists may show them: an ID number keeps its region and its last four.
import { halfWidth } from './text.ts';

/** 371323197412031234 → 371323********1234. Short or damaged text keeps at most its first and last few characters. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length >= 15) return `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 10)}${idNumber.slice(-4)}`;
  if (idNumber.length > 6) return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 5)}${idNumber.slice(-2)}`;
  return idNumber;
}

const digit = /[\d\uff10-\uff19]/;

/** A cell's own text, whatever stands around the digits: '371323 19741203 1234 → '371323 ******** 1234. Fewer than 16 digits stay. */
export function maskNumberIn(text: string): string {
  const count = Array.from(text).filter((mark) => digit.test(mark)).length;
  if (count < 16) return text;
  let seen = 0;
  return Array.from(text, (mark) => {
    if (!digit.test(mark)) return mark;
    seen++;
    return seen > 6 && seen <= count - 4 ? '*' : mark;
  }).join('');
}

/** What fifteen digits are depends on where they stand: hidden, kept (a grid code), or hidden where they hold a birth date. */
export type FifteenDigits = 'hide' | 'keep' | 'judge';

const gap = String.raw`[\s\u200b-\u200f\u2060\ufeff'’‘"“”.\-·]{0,3}`;
const month = `(?:0${gap}[1-9]|1${gap}[0-2])`;
const day = `(?:0${gap}[1-9]|[12]${gap}\\d|3${gap}[01])`;
const beforeBirth = `(?<!\\d)[1-9](?:${gap}\\d){5}${gap}`;
const wholeNumber = `${beforeBirth}(?:1${gap}9|2${gap}0)(?:${gap}\\d){2}${gap}${month}${gap}${day}(?:${gap}\\d){3}${gap}[\\dXx](?!\\d)`;
/** Born in 1940 or later: in a grid code these two digits begin the street's own three, which streets and towns count from 001 to 399. */
const oldNumber = `${beforeBirth}[4-9]${gap}\\d${gap}${month}${gap}${day}(?:${gap}\\d){3}(?!\\d)`;
const longRun = String.raw`\d{15,}[Xx]?|\d{14}[Xx]`;
const beyondFifteen = String.raw`\d{16,}[Xx]?|\d{14,15}[Xx]`;

const hidden: Readonly<Record<FifteenDigits, RegExp>> = {
  hide: new RegExp(`${wholeNumber}|${oldNumber}|${longRun}`, 'g'),
  judge: new RegExp(`${wholeNumber}|${oldNumber}|${beyondFifteen}`, 'g'),
  keep: new RegExp(`${wholeNumber}|${beyondFifteen}`, 'g'),
};

/** Text that may hold an ID number among other things: only that is masked, two mobiles beside each other stay readable. */
export function maskNumbersIn(text: string, fifteenDigits: FifteenDigits): string {
  const marks = text.split('');
  for (const { index, 0: found } of halfWidth(text).matchAll(hidden[fifteenDigits])) {
    const at = [...found.matchAll(/[\dXx]/g)].map((mark) => index + mark.index);
    for (const place of at.slice(6, -4)) marks[place] = '*';
  }
  return marks.join('');
}

/** What is said of an act: whatever was typed as a name stands in it, beside codes of grids and days. */
export const shownSummary = (summary: string): string => maskNumbersIn(summary, 'judge');

/** A file's name for the screen and the ledger, without its folder: an ID number in it is masked, also one that is damaged or too long. */
export const shownName = (path: string): string =>
  (path.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\d\uff10-\uff19]{14,}[\dXx\uff38\uff58]?/g, (digits) => maskIdNumber(digits));
