// Calendar days as text, YYYY-MM-DD, compared as text. No time zone ever touches them: arithmetic goes through UTC only.

/** What an open beginning and an open end of a period are compared as. */
export const earliestDay = '0000-01-01';
export const latestDay = '9999-12-31';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const msADay = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const fromInstant = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day of a year, month (1–12) and day of month, or null when the calendar has none. */
export function dayOf(year: number, month: number, dayOfMonth: number): string | null {
  if (!(year >= 1000 && year <= 9999)) return null;
  const day = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(day) ? day : null;
}

/** True for a day the calendar has; 2023-02-30 is none. */
export function isDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const ms = instant(text);
  return !Number.isNaN(ms) && fromInstant(ms) === text;
}

/** @param day a valid day. */
export const addDays = (day: string, days: number): string => fromInstant(instant(day) + days * msADay);

/** Days from `first` to `second`, negative when `second` is earlier. */
export const daysBetween = (first: string, second: string): number => Math.round((instant(second) - instant(first)) / msADay);

export const dayBefore = (day: string): string => addDays(day, -1);

/**
 * The day of an Excel serial in the 1900 date system, or null outside 1900–2199. Excel counts a 29 February 1900 that never
 * was, so serials from 61 on are one ahead of the calendar.
 */
export function dayOfSerial(serial: number): string | null {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 109_939) || whole === 60) return null;
  return fromInstant(Date.UTC(1899, 11, whole > 60 ? 30 : 31) + whole * msADay);
}

/** Where a day of the office can lie. Whatever is before 1949-10-01, or more than ten years ahead, is a slip of the hand. */
export const nearDays = (today: string): { earliest: string; latest: string } => ({
  earliest: '1949-10-01',
  latest: addDays(today, 3653),
});
