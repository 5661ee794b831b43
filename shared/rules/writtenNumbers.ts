// Finding ID numbers in free text, however somebody wrote them: in groups with whatever between them, full-width, in Chinese numerals.
// Codes of the ground, mobiles and days, which are written beside each other too, are none.
import { crosses } from './crosses.ts';
import { isProvince } from './idNumber.ts';
import { chineseDigit } from './text.ts';

/** What fifteen digits are depends on where they stand: hidden, kept (a grid code), or hidden where they hold a birth date. */
export type FifteenDigits = 'hide' | 'keep' | 'judge';

/** Digits without anything between them, and an X after them. */
type Group = { at: number; end: number; digits: string };

const widestGap = 16;

/** Letters that are typed for a digit. */
const lookAlikes = new Map([
  ...Array.from('OoОоΟο', (mark) => [mark, '0'] as const),
  ...Array.from('lIІ', (mark) => [mark, '1'] as const),
]);

/** Where a row of signs for one to nine begins, which Unicode doesn't resolve to digits: ❶ ➀ ➊ ⓵ Ⅰ ⅰ 〡. */
const rowsOfNine = [0x2776, 0x2780, 0x278a, 0x24f5, 0x2160, 0x2170, 0x3021];

/** The digit that one sign of any script stands for, also in brackets or before a point; null where it is none. */
function digitOf(mark: string): string | null {
  const code = mark.codePointAt(0) ?? 0;
  const row = rowsOfNine.find((begin) => code >= begin && code < begin + 9);
  if (row !== undefined) return String(code - row + 1);
  if ('⓿🄋🄌'.includes(mark)) return '0';
  const usual = mark.normalize('NFKC').replaceAll(/[().,〔〕]/g, '');
  if (/^[0-9]$/.test(usual)) return usual;
  if (!/^\p{Nd}$/u.test(mark)) return chineseDigit(usual);
  // Digits of a script stand in tens, from its zero on.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** A mark as one of: a digit, X for a cross, h for Chinese characters, a for other letters, and - for what may stand between digits. */
function plain(mark: string, numerals: boolean): string {
  if (/^[0-9]$/.test(mark)) return mark;
  const numeral = numerals ? (chineseDigit(mark) ?? lookAlikes.get(mark.normalize('NFKC')) ?? null) : null;
  if (numeral !== null) return numeral;
  if (/^[年月日生]$/.test(mark)) return '-';
  // Most of a text, told without looking any further.
  if (/^[\u4e00-\u9fff]$/.test(mark)) return 'h';
  const digit = /\p{N}/u.test(mark) ? digitOf(mark) : null;
  if (digit !== null) return digit;
  if (crosses.includes(mark) || crosses.includes(mark.normalize('NFKC'))) return 'X';
  return /[\p{L}\p{N}]/u.test(mark) ? 'a' : '-';
}

const groupsIn = (line: string): Group[] =>
  [...line.matchAll(/\d+(?:X(?![\daX]))?|X(?![\daX])/g)].map(({ index, 0: digits }) => ({
    at: index,
    end: index + digits.length,
    digits,
  }));

const month = '(?:0[1-9]|1[0-2])';
const day = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const whole = new RegExp(String.raw`^\d{6}(?:19|20)\d\d${month}${day}\d{3}[\dX]$`);
/** Born in 1940 or later: in a grid code these two digits begin the street's own three, which streets and towns count from 001 to 399. */
const old = new RegExp(String.raw`^[1-9]\d{5}[4-9]\d${month}${day}\d{3}$`);

/** Telephones without anything between them. A number of 18 digits is none, nor one with more digits behind or before it. */
const gluedPhones = /^(?:1[3-9]\d{9}|0(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}){2,}$/;
export const arePhones = (digits: string): boolean =>
  gluedPhones.test(digits) && ![digits.slice(0, 18), digits.slice(-18)].some((part) => whole.test(part));

function isLong({ digits }: Group, fifteen: FifteenDigits): boolean {
  const length = digits.length;
  if (arePhones(digits)) return false;
  if (length === 15 && !digits.endsWith('X')) return fifteen === 'hide' || (fifteen === 'judge' && old.test(digits));
  return length >= 15;
}

const isYear = ({ digits }: Group): boolean => /^(?:19|20)\d\d$/.test(digits);
const isWithin = (group: Group | undefined, most: number): boolean =>
  group !== undefined && /^\d\d?$/.test(group.digits) && Number(group.digits) >= 1 && Number(group.digits) <= most;

/** Whether groups are a day or a month somewhere else than where an ID number has its birth; `after` is what stands behind them. */
function holdsDay(groups: readonly Group[], after: readonly Group[]): boolean {
  const all = [...groups, ...after];
  let before = 0;
  for (const [index, group] of groups.entries()) {
    if (before !== 6 && isYear(group) && isWithin(all[index + 1], 12)) return true;
    before += group.digits.length;
  }
  return false;
}

const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits);

/** Mobiles, or codes of one region, beside each other. */
function isList(groups: readonly Group[]): boolean {
  const spacedMobile =
    groups[0]?.digits.length === 3 &&
    isMobile(
      groups
        .slice(0, 3)
        .map(({ digits }) => digits)
        .join(''),
    );
  const mobile = spacedMobile || groups.some(({ digits }) => isMobile(digits));
  const [first, ...others] = groups.map(({ digits }) => digits);
  const region = first?.slice(0, 6);
  return mobile || (region?.length === 6 && others.some((digits) => digits.length >= 6 && digits.startsWith(region)));
}

/** Cut by fours, or digit by digit. */
const isEven = ([first, ...others]: readonly Group[], length: number): boolean =>
  first?.digits.length === length && others.slice(0, -1).every(({ digits }) => digits.length === length);

/** Where fifteen digits are cut by whoever means an ID number: 3 to 13, counted up, are such digits too. */
const oldCuts = new Set([3, 6, 8, 9, 10, 12]);

function isCutAsOld(groups: readonly Group[]): boolean {
  let place = 0;
  return groups.every(({ digits }) => oldCuts.has((place += digits.length)) || place === 15);
}

function isParted(groups: readonly Group[], after: readonly Group[], fifteen: FifteenDigits | 'whole'): boolean {
  const digits = groups.map((group) => group.digits).join('');
  if (!isProvince(digits.slice(0, 2)) && !digits.startsWith('9')) return false;
  if (isList(groups)) return false;
  if (whole.test(digits)) return isEven(groups, 4) || !holdsDay(groups, after);
  if (fifteen === 'keep' || fifteen === 'whole' || !old.test(digits)) return false;
  return (isEven(groups, 1) || isCutAsOld(groups)) && !holdsDay(groups, after);
}

/** The groups from `start` on that nothing but marks parts. */
function linked(line: string, groups: readonly Group[], start: number): Group[] {
  const chain = groups.slice(start, start + 20);
  const end = chain.findIndex((group, index) => {
    const next = chain[index + 1];
    return !next || group.digits.endsWith('X') || !/^-+$/.test(line.slice(group.end, next.at)) || next.at - group.end > widestGap;
  });
  return chain.slice(0, end + 1);
}

/** How many groups of a chain, from its first on, are one ID number; 0 where they are none. */
function lengthOf(chain: readonly Group[], fifteen: FifteenDigits | 'whole'): number {
  let length = 0;
  for (const [index, { digits }] of chain.entries()) {
    length += digits.length;
    // Told without looking any further: a long text of short numbers would take seconds.
    if ((length === 18 || length === 15) && isParted(chain.slice(0, index + 1), chain.slice(index + 1), fifteen))
      return index + 1;
  }
  const [first] = chain;
  return first && fifteen !== 'whole' && isLong(first, fifteen) ? 1 : 0;
}

function find(line: string, fifteen: FifteenDigits | 'whole'): number[][] {
  const groups = groupsIn(line);
  const found: number[][] = [];
  for (let index = 0; index < groups.length; ) {
    const chain = linked(line, groups, index);
    const count = lengthOf(chain, fifteen);
    if (count > 0) found.push(chain.slice(0, count).flatMap(({ at, digits }) => Array.from(digits, (_, place) => at + place)));
    index += Math.max(count, 1);
  }
  return found;
}

/** The ID numbers in a text, also with characters among their digits: each as its places among `marks`. */
export function numbersToHide(marks: readonly string[], fifteen: FifteenDigits): number[][] {
  const broken = brokenNumbersIn(marks);
  const taken = new Set(broken.flat());
  const others = taken.size === 0 ? marks : marks.map((mark, place) => (taken.has(place) ? 'a' : mark));
  return [...broken, ...idNumbersIn(others, fifteen)];
}

/** The ID numbers in a text, each as the places of its digits among `marks`. */
export function idNumbersIn(marks: readonly string[], fifteen: FifteenDigits): number[][] {
  const found: number[][] = [];
  if (marks.filter((mark) => /^\d$/.test(plain(mark, true))).length < 14) return found;
  // Numerals first where they make a number whole, and last where they make a run of digits longer: 第一 before a number is no part of it.
  for (const [numerals, asked] of [
    [true, 'whole'],
    [false, fifteen],
    [true, fifteen],
  ] as const) {
    const taken = new Set(found.flat());
    const line = marks.map((mark, place) => (taken.has(place) ? 'a' : plain(mark, numerals))).join('');
    found.push(...find(line, asked));
  }
  return found;
}

/** Places of an ID number's eighteen that a character took, w: what is left must still be a region, a birth and an order. */
const broken =
  /^[\dw]{6}(?:[1w][9w]|[2w][0w])[\dw]{2}(?:[0w][1-9w]|[1w][0-2w])(?:[0w][1-9w]|[12w][\dw]|[3w][01w])[\dw]{3}[\dXw]$/;
const mostIntruders = 3;

/** A character among the digits, beside them or in the place of one: 371323198王503154012. */
function isBroken(tokens: string): boolean {
  const digits = tokens.replaceAll('w', '');
  const intruders = tokens.length - digits.length;
  if (intruders === 0 || intruders > mostIntruders) return false;
  // A mobile and the telephone of a house.
  if (/^1[3-9]\d{9}w+[2-9]\d{6}$/.test(tokens)) return false;
  const isRegion = tokens.slice(0, 2).includes('w') || tokens.startsWith('9') || isProvince(tokens.slice(0, 2));
  return isRegion && (whole.test(digits) || (tokens.length === 18 && broken.test(tokens)));
}

/** ID numbers with characters among their digits, each as its places. */
function brokenNumbersIn(marks: readonly string[]): number[][] {
  const found: number[][] = [];
  const line = marks.map((mark) => plain(mark, false));
  for (let start = 0; start < line.length; start++) {
    if (!/^\d$/.test(line[start] ?? '') || /^[\dX]$/.test(line[start - 1] ?? '')) continue;
    const places = brokenFrom(line, start);
    if (places === null) continue;
    found.push(places);
    start = places.at(-1) ?? start;
  }
  return found;
}

function brokenFrom(line: readonly string[], start: number): number[] | null {
  const places: number[] = [];
  let [tokens, gap] = ['', 0];
  for (let place = start; place < line.length && tokens.length < 18 + mostIntruders && gap <= mostIntruders; place++) {
    const token = line[place] ?? '';
    const isDigit = /^[\dX]$/.test(token);
    gap = isDigit ? 0 : gap + 1;
    if (token === '-') continue;
    places.push(place);
    tokens += isDigit ? token : 'w';
    if (isDigit && isBroken(tokens) && !/^[\dX]$/.test(line[place + 1] ?? '')) return places;
  }
  return null;
}
