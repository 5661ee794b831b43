// Personal numbers as lists may show them: an ID number keeps its region and its last two. With four, the birth month beside it and
// the check character would leave three candidates.
import { crosses } from './crosses.ts';
import { arePhones, type FifteenDigits, numbersToHide } from './writtenNumbers.ts';

/** 371323197412031234 → 371323**********34. Short or damaged text keeps at most its first and last few characters. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length >= 15) return `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-2)}`;
  if (idNumber.length > 6) return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 5)}${idNumber.slice(-2)}`;
  return idNumber;
}

const digit = /[\d\uff10-\uff19]/;

/** A mark that stays of a masked number: half-width, as masks are read again. */
function usual(mark: string): string {
  const plain = mark.normalize('NFKC');
  return /^[\dXx]$/.test(plain) ? plain : mark;
}

/**
 * A cell's own text, whatever stands around the digits: '371323 19741203 1234 → '371323 ******** **34. An X behind them, however
 * written, is the last of the two that stay. Fewer than 16 digits stay, and telephones.
 */
export function maskNumberIn(text: string): string {
  const marks = Array.from(text);
  const places = [...marks.keys()].filter((place) => digit.test(marks[place] ?? ''));
  if (places.length < 16 || arePhones(places.map((place) => usual(marks[place] ?? '')).join(''))) return text;
  const last = places.at(-1) ?? 0;
  const behind = marks.findIndex((mark, place) => place > last && mark.trim() !== '');
  if (crosses.includes(usual(marks[behind] ?? ' ')) && (places.length < 18 || behind === last + 1)) places.push(behind);
  for (const [index, place] of places.entries())
    marks[place] = index >= 6 && index < places.length - 2 ? '*' : usual(marks[place] ?? '');
  return marks.join('');
}

/** What earlier versions masked, in files and in what was said of acts: it showed four at the end. */
const formerMask = /(\d{6}[*＊]{5,8})\d\d(?=\d[\dXx](?![\dXx*＊]))/g;

/** Characters: no field takes so many, and to read megabytes for numbers would hold the window. Of a longer text every digit is hidden. */
const longestRead = 20_000;
const anyNumeral = /[\p{N}〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖两幺]/gu;

/** Text that may hold ID numbers among other things: only those are masked, two mobiles beside each other stay readable. */
export function maskNumbersIn(text: string, fifteenDigits: FifteenDigits, shown = { first: 6, last: 2 }): string {
  if (text.length < 15) return text;
  if (text.length > longestRead) return text.replaceAll(anyNumeral, '*');
  const marks = Array.from(text.replaceAll(formerMask, '$1**'));
  const masked = [...marks];
  for (const places of numbersToHide(marks, fifteenDigits))
    for (const [index, place] of places.entries())
      masked[place] = index >= shown.first && index < places.length - shown.last ? '*' : usual(marks[place] ?? '');
  return masked.join('');
}

/** What is said of an act: whatever was typed as a name stands in it, beside codes of grids and days. */
export const shownSummary = (summary: string): string => maskNumbersIn(summary, 'judge');

/** A file's name for the screen and the ledger, without its folder: an ID number in it is masked, also one that is damaged or too long. */
export const shownName = (path: string): string =>
  maskNumbersIn(path.split(/[\\/]/).at(-1) ?? '', 'hide').replaceAll(/[\d\uff10-\uff19]{14,}[\dXx\uff38\uff58]?/g, (digits) =>
    maskIdNumber(Array.from(digits, usual).join('')),
  );
