// Birth months and the like in all the forms rosters hold them: 1985.03, 1985年3月, 1985-3, 198503, an Excel serial. A month is
// `YYYY-MM`. What could be two months (a numeric 1985.1 is January, or October with its zero lost) is asked, never guessed.
import { dayOf, dayOfSerial } from './day.ts';
import { tidyCode } from './text.ts';

export type MonthFault = 'unreadable' | 'month' | 'yearOnly' | 'twoDigitYear';

export type MonthReading =
  | { kind: 'empty' }
  /** `day` where the cell held a whole date. */
  | { kind: 'month'; month: string; day: string | null }
  | { kind: 'ambiguous'; months: readonly [string, string] }
  | { kind: 'refused'; fault: MonthFault; text: string };

const two = (n: number): string => String(n).padStart(2, '0');

const refused = (fault: MonthFault, text: string): MonthReading => ({ kind: 'refused', fault, text });

function monthOrFault(year: number, month: number, dayOfMonth: number | null, text: string): MonthReading {
  if (year < 1900 || year > 2199) return refused('unreadable', text);
  if (month < 1 || month > 12) return refused('month', text);
  if (dayOfMonth === null) return { kind: 'month', month: `${year}-${two(month)}`, day: null };
  const day = dayOf(year, month, dayOfMonth);
  return day === null ? refused('month', text) : { kind: 'month', month: `${year}-${two(month)}`, day };
}

/** Serials of 1905-09-28 and later; smaller whole numbers are years. */
const isSerial = (value: number): boolean => value > 2100 && value < 80_000;

/**
 * Reads a cell or a form field.
 * @param zeroLost the text comes from a column that lost its trailing zeros (a CSV of numbers), so `1985.1` may be October
 */
export function readMonth(raw: string | number | null, zeroLost = false): MonthReading {
  if (raw === null) return { kind: 'empty' };
  if (typeof raw === 'number') {
    if (isSerial(raw)) return fromSerial(raw, String(raw));
    return readText(String(raw), true);
  }
  return readText(raw, zeroLost);
}

function fromSerial(serial: number, text: string): MonthReading {
  const day = dayOfSerial(serial);
  return day === null ? refused('unreadable', text) : { kind: 'month', month: day.slice(0, 7), day };
}

function readText(raw: string, zeroLost: boolean): MonthReading {
  // A time of day behind a date says nothing; it has already run together with the day.
  const text = tidyCode(raw).replace(/T?\d{2}:\d{2}.*$/, '');
  if (text === '') return { kind: 'empty' };
  const parted = /^(\d{4})[.．\-/年、,，。](\d{1,2})(?:[.\-/月](\d{1,2})?)?(?:[日号])?(?:生|出生)?$/.exec(text);
  if (parted) {
    const [, year = '', month = '', dayOfMonth] = parted;
    if (zeroLost && text === `${year}.1`) return { kind: 'ambiguous', months: [`${year}-01`, `${year}-10`] };
    return monthOrFault(Number(year), Number(month), dayOfMonth ? Number(dayOfMonth) : null, text);
  }
  const solid = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (solid) return monthOrFault(Number(solid[1]), Number(solid[2]), solid[3] ? Number(solid[3]) : null, text);
  if (/^\d{5}$/.test(text) && isSerial(Number(text))) return fromSerial(Number(text), text);
  if (/^(19|20)\d{2}年?$/.test(text)) return refused('yearOnly', text);
  if (/^\d{2}[.\-/年]\d{1,2}月?$/.test(text)) return refused('twoDigitYear', text);
  return refused('unreadable', text);
}

export const monthFaults: Readonly<Record<MonthFault, string>> = {
  unreadable: '看不出是哪年哪月，请写成 1985.03 的样子',
  month: '没有这个月份，请核对',
  yearOnly: '只有年份没有月份，请补上月份',
  twoDigitYear: '年份只有两位，请写成 1985.03 的样子',
};

/** As rosters print it: 1985.03. */
export const dottedMonth = (month: string): string => month.replace('-', '.');
