// Citizen ID numbers (GB 11643-1999): reading what people and Excel make of them, without ever guessing a digit. A number
// Excel has shortened is gone for good; a 15-digit one is converted after asking; a failing check character may be confirmed.
import { crosses } from './crosses.ts';
import { dayOf } from './day.ts';
import { hasDamage, isPlaceholderRun, isScientific, tidyCode } from './text.ts';
import { isWorkingAge } from './workingAge.ts';

export type Sex = 'male' | 'female';

/** Why a number can't be used at all. */
export type IdNumberFault =
  | 'scientific'
  | 'digitsLost'
  | 'sentinel'
  | 'length'
  | 'characters'
  | 'date'
  | 'masked'
  | 'several'
  | 'damaged'
  | 'oldPermit';

/** Why somebody has to look at the paper: the check character fails, the province is unknown, it ends in Excel's 000, or nobody of that age works. */
export type IdNumberDoubt = 'check' | 'province' | 'zeros' | 'age';

export type IdNumberReading =
  | { kind: 'empty' }
  | { kind: 'valid'; idNumber: string }
  | { kind: 'doubtful'; idNumber: string; doubt: IdNumberDoubt }
  /** 15 digits: `idNumber` is what GB 11643 makes of it, to be used after asking. */
  | { kind: 'old'; oldNumber: string; idNumber: string }
  | { kind: 'refused'; fault: IdNumberFault; text: string };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const crossAtEnd = new RegExp(`(?<=^\\d{14,17})[${crosses}]$`, 'u');

/**
 * First two digits in use (GB/T 2260), with 81 to 83 for residents from 港澳台, and 9 with a province behind it for foreigners, whose
 * permits have 18 digits since 2023.
 */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

export const isProvince = (code: string): boolean => provinces.has(code);

/** The check character of 17 digits. */
export const checkCharacterOf = (digits17: string): string =>
  checkCharacters[weights.reduce((sum, weight, index) => sum + weight * Number(digits17[index]), 0) % 11] ?? '';

/** True for 17 digits and their right check character, upper-case X. */
export const hasRightCheck = (idNumber: string): boolean =>
  /^\d{17}[\dX]$/.test(idNumber) && checkCharacterOf(idNumber.slice(0, 17)) === idNumber[17];

/** Half-width, no spaces, dashes or apostrophes, upper-case X; what people type for an X at the end is one: ×, Ⅹ, the Russian and the Greek. */
const normaliseIdNumber = (text: string): string =>
  tidyCode(text)
    .replaceAll(/[\p{Pd}.·−~_]/gu, '')
    .replace(crossAtEnd, 'X')
    .toUpperCase();

/** Somebody put these where digits were. */
const maskMarks = /[*＊●•■□○◯…?？#]|[xX×]{2,}/;

/** The birth day in an 18-character number, YYYY-MM-DD; null when the calendar has none. */
export const birthDayOf = (idNumber: string): string | null =>
  dayOf(Number(idNumber.slice(6, 10)), Number(idNumber.slice(10, 12)), Number(idNumber.slice(12, 14)));

/** The birth month in an 18-character number, YYYY-MM; null when the calendar has none. */
export const birthMonthOf = (idNumber: string): string | null => birthDayOf(idNumber)?.slice(0, 7) ?? null;

/** The 17th digit: odd is male. */
export const sexOf = (idNumber: string): Sex => (Number(idNumber[16]) % 2 === 1 ? 'male' : 'female');

/** A 15-digit number in 18 characters: the century 19 and the check character added. */
export function convertOldIdNumber(oldNumber: string): string {
  const digits = `${oldNumber.slice(0, 6)}19${oldNumber.slice(6)}`;
  return digits + checkCharacterOf(digits);
}

const birthIsPossible = (idNumber: string, today: string | null): boolean => {
  const birthDay = birthDayOf(idNumber);
  return birthDay !== null && birthDay >= '1900-01-01' && (today === null || birthDay <= today);
};

/**
 * Reads a cell or a form field.
 * @param raw text, or a number where Excel kept one: 16 and more digits of a number are already lost
 * @param today no birth lies after it, and it says how old somebody is; null: only the calendar is asked
 */
export function readIdNumber(raw: string | number | null, today: string | null = null): IdNumberReading {
  if (raw === null) return { kind: 'empty' };
  if (typeof raw === 'number') {
    const text = String(raw);
    // A double holds 15 decimal digits; the 16th to 18th are Excel's, not the person's.
    if (text.length > 15) return { kind: 'refused', fault: 'digitsLost', text };
    return readText(text, today);
  }
  return readText(raw, today);
}

const severalNumbers = /\d{17}[\dXx].*\d{17}[\dXx]/;

function readText(raw: string, today: string | null): IdNumberReading {
  if (hasDamage(raw)) return { kind: 'refused', fault: 'damaged', text: raw };
  const compact = tidyCode(raw);
  if (compact === '') return { kind: 'empty' };
  if (/\d/.test(compact) && maskMarks.test(compact)) return { kind: 'refused', fault: 'masked', text: compact };
  if (severalNumbers.test(compact)) return { kind: 'refused', fault: 'several', text: compact };
  if (isScientific(compact)) return { kind: 'refused', fault: 'scientific', text: compact };
  const text = normaliseIdNumber(raw);
  if (/^\d{15}$/.test(text)) {
    if (isPlaceholderRun(text)) return { kind: 'refused', fault: 'sentinel', text };
    const idNumber = convertOldIdNumber(text);
    return birthIsPossible(idNumber, today)
      ? { kind: 'old', oldNumber: text, idNumber }
      : { kind: 'refused', fault: 'date', text };
  }
  if (/^[A-Z]{3}\d{12}$/.test(text)) return { kind: 'refused', fault: 'oldPermit', text };
  if (!/^\d*X?$/.test(text)) return { kind: 'refused', fault: 'characters', text };
  if (text.length !== 18) return { kind: 'refused', fault: 'length', text };
  if (isPlaceholderRun(text.slice(0, 17))) return { kind: 'refused', fault: 'sentinel', text };
  if (!birthIsPossible(text, today)) return { kind: 'refused', fault: 'date', text };
  const rightCheck = hasRightCheck(text);
  if (text.endsWith('000'))
    return rightCheck ? { kind: 'doubtful', idNumber: text, doubt: 'zeros' } : { kind: 'refused', fault: 'digitsLost', text };
  if (!rightCheck) return { kind: 'doubtful', idNumber: text, doubt: 'check' };
  if (!isProvince(text.startsWith('9') ? text.slice(1, 3) : text.slice(0, 2)))
    return { kind: 'doubtful', idNumber: text, doubt: 'province' };
  if (today !== null && !isWorkingAge(birthMonthOf(text) ?? '', today)) return { kind: 'doubtful', idNumber: text, doubt: 'age' };
  return { kind: 'valid', idNumber: text };
}

/**
 * The number that a text is, whatever stands between its digits; null where it isn't a whole one. Only so is a person found by it: by parts
 * of it a masked number could be guessed digit by digit.
 */
export function wholeIdNumber(text: string): string | null {
  const reading = readIdNumber(text);
  return reading.kind === 'valid' || reading.kind === 'doubtful' ? reading.idNumber : null;
}

/** What is wrong and what to do, for a form or a row. */
export const idNumberFaults: Readonly<Record<IdNumberFault, string>> = {
  scientific: '号码已被 Excel 改成科学计数，无法还原，请对照原件填写',
  digitsLost: '号码被 Excel 存成数字，末几位已丢失，无法还原，请对照原件填写',
  sentinel: '不是真实号码，请对照原件填写',
  length: '身份证号应为 18 位，请对照原件填写',
  characters: '身份证号只能是数字和末位 X，请对照原件填写',
  date: '号码里的出生日期不存在，请对照原件填写',
  masked: '号码被遮住了几位，请对照原件填写完整号码',
  several: '一格里有几个号码，请只留本人的一个',
  damaged: '有乱码，请对照原件填写',
  oldPermit: '是旧版外国人永久居留身份证的 15 位号码，这里只记 18 位号码，请填新证的号码，没有的请留空',
};

export const idNumberDoubts: Readonly<Record<IdNumberDoubt, string>> = {
  check: '校验位不符，请对照原件核对',
  province: '开头两位不是省级代码，请对照原件核对',
  zeros: '末三位是 000，可能被 Excel 改过，请对照原件核对',
  age: '按号码里的出生日期，现在不到 16 岁或超过 100 岁，请对照原件核对',
};
