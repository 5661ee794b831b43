// The days a calendar lays out and how its keys move: weeks begin on Monday, and a month that lacks the day gives its last one.
import { addDays, dayOf, daysBetween } from '../../../shared/rules/day.ts';

/** As far as days can be written; the first was a Monday. */
const [first, last] = ['1900-01-01', '2199-12-31'];

const within = (day: string): string => (day < first ? first : day > last ? last : day);

/** Six weeks, so that the calendar never changes its height. */
export function weeksOf(day: string): string[][] {
  const begin = `${day.slice(0, 7)}-01`;
  const monday = addDays(begin, -(daysBetween(first, begin) % 7));
  return [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(monday, week * 7 + at)));
}

/** Four rows of three. */
export const monthsOf = (day: string): string[][] =>
  [0, 3, 6, 9].map((row) => [1, 2, 3].map((at) => `${day.slice(0, 4)}-${String(row + at).padStart(2, '0')}`));

export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const tries = [0, 1, 2, 3].map((short) => dayOf(year, month, Number(day.slice(8)) - short));
  return within(tries.find((candidate) => candidate !== null) ?? day);
}

const dayKeys: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
  'Shift+PageUp': (day) => addMonths(day, -12),
  'Shift+PageDown': (day) => addMonths(day, 12),
};
const monthKeys: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addMonths(day, -1),
  ArrowRight: (day) => addMonths(day, 1),
  ArrowUp: (day) => addMonths(day, -3),
  ArrowDown: (day) => addMonths(day, 3),
  PageUp: (day) => addMonths(day, -12),
  PageDown: (day) => addMonths(day, 12),
  'Shift+PageUp': (day) => addMonths(day, -120),
  'Shift+PageDown': (day) => addMonths(day, 120),
};

/** Where a key leads from a day; null where it is none of the calendar's. */
export const moved = (day: string, combination: string, months: boolean): string | null => {
  const next = (months ? monthKeys : dayKeys)[combination]?.(day);
  return next === undefined ? null : within(next);
};
