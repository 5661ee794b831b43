// Birth months and the like in the cells of rosters: what people write (`writtenDay.ts`), and what Excel makes of it: serials, and
// numbers that lost a zero. A month is `YYYY-MM`. What could be two months (a numeric 1985.1 is January or October) is asked.
import { dayOfSerial } from './day.ts';
import { tidyCode } from './text.ts';
import { type DayFault, readWrittenDay } from './writtenDay.ts';

export type MonthFault = DayFault | 'noYear';

export type MonthReading =
  | { kind: 'empty' }
  /** `day` where the cell held a whole date. */
  | { kind: 'month'; month: string; day: string | null }
  | { kind: 'ambiguous'; months: readonly [string, string] }
  | { kind: 'refused'; fault: MonthFault };

const refused = (fault: MonthFault): MonthReading => ({ kind: 'refused', fault });
const ofDay = (day: string): MonthReading => ({ kind: 'month', month: day.slice(0, 7), day });

/** Serials of 1927-05-18 and later. Of four digits they would be days of the twenties, and are years, or 85.03 without its dot. */
const isSerial = (value: number): boolean => value >= 10_000 && value < 80_000;

function fromSerial(serial: number): MonthReading {
  const day = dayOfSerial(serial);
  if (day === null) return refused('unreadable');
  // 19853 is a serial of 1954, and what is left of 1985.3 without its dot.
  const undotted = /^((?:19|20)\d\d)([1-9])$/.exec(String(serial));
  return undotted ? { kind: 'ambiguous', months: [`${undotted[1]}-0${undotted[2]}`, day.slice(0, 7)] } : ofDay(day);
}

/**
 * Reads a cell.
 * @param zeroLost the text comes from a column that lost its trailing zeros (a CSV of numbers), so `1985.1` may be October
 */
export function readMonth(raw: string | number | null, zeroLost = false): MonthReading {
  if (raw === null) return { kind: 'empty' };
  if (typeof raw === 'number') return isSerial(raw) ? fromSerial(raw) : readText(String(raw), true);
  return readText(raw, zeroLost);
}

function readText(text: string, zeroLost: boolean): MonthReading {
  const tidy = tidyCode(text);
  // Only where the whole cell is one number: 1985 3 is none.
  if (/^\d{5}$/.test(tidy) && !/\d\s+\d/.test(text) && isSerial(Number(tidy))) return fromSerial(Number(tidy));
  if (zeroLost && /^\d{4}\.1$/.test(tidy))
    return { kind: 'ambiguous', months: [`${tidy.slice(0, 4)}-01`, `${tidy.slice(0, 4)}-10`] };
  const written = readWrittenDay(text);
  if (written.kind === 'empty') return { kind: 'empty' };
  if (written.kind === 'day') return ofDay(written.day);
  if (written.kind === 'month') return { kind: 'month', month: written.month, day: null };
  // A sheet is read on another day, perhaps in another year, than it was written.
  return refused(written.kind === 'refused' ? written.fault : 'noYear');
}

export const monthFaults: Readonly<Record<MonthFault, string>> = {
  unreadable: '看不出是哪年哪月，请写成 1985.03 的样子',
  noSuchMonth: '没有这个月份，请核对',
  noSuchDay: '日历上没有这一天，请核对',
  farYear: '年份不对，请核对',
  yearOnly: '只有年份没有月份，请补上月份',
  shortYear: '年份只有两位，请写成 1985.03 的样子',
  weekday: '星期与日期对不上，请核对',
  noYear: '没有写年份，请写成 1985.03 的样子',
};

/** As rosters print it: 1985.03. */
export const dottedMonth = (month: string): string => month.replace('-', '.');
