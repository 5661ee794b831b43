// Days and months as people type them: 2026-09-30, 2026/9/1, 2026.9.1, 20260930, 2026年9月30日; 11-15 and 11月15日 in a given year.
import { dayOf } from '../../shared/rules/day.ts';

const plain = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/g, '');

const wholeDays = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
];
const wholeMonths = [
  /^(?<year>\d{4})(?<month>\d{2})$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月?$/,
];

function partsOf(shapes: readonly RegExp[], typed: string): Record<string, string | undefined> | null {
  const text = plain(typed);
  for (const shape of shapes) {
    const groups = shape.exec(text)?.groups;
    if (groups) return groups;
  }
  return null;
}

/** YYYY-MM-DD, or null for what names no day of the calendar. @param year of what names none */
export function readTypedDay(typed: string, year: number): string | null {
  const parts = partsOf(wholeDays, typed);
  return parts && dayOf(Number(parts.year ?? year), Number(parts.month), Number(parts.day));
}

/** YYYY-MM, or null. */
export function readTypedMonth(typed: string): string | null {
  const parts = partsOf(wholeMonths, typed);
  return (parts && dayOf(Number(parts.year), Number(parts.month), 1)?.slice(0, 7)) ?? null;
}
