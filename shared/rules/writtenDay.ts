// The forms in which people write days and months, wherever they do: fields, filters, cells. It says what is written, or what is
// wrong with it; which year 11-15 belongs to, and whether a month alone is enough, each place decides.
import { dayOf } from './day.ts';
import { chineseDigit, halfWidth, withoutBlanks } from './text.ts';

export type DayFault = 'unreadable' | 'noSuchMonth' | 'noSuchDay' | 'farYear' | 'yearOnly' | 'shortYear' | 'weekday';

export type WrittenDay =
  | { kind: 'empty' }
  | { kind: 'day'; day: string }
  | { kind: 'month'; month: string }
  /** 11-15: what it names depends on the year. */
  | { kind: 'yearless'; month: number; dayOfMonth: number }
  /** 昨天: so many days from today. */
  | { kind: 'near'; days: number }
  | { kind: 'refused'; fault: DayFault };

const refused = (fault: DayFault): WrittenDay => ({ kind: 'refused', fault });
const two = (n: number): string => String(n).padStart(2, '0');

const nearDays = new Map<string, number>(
  ['前', '昨', '今', '明', '后'].flatMap((word, index) => [[`${word}天`, index - 2] as const, [`${word}日`, index - 2] as const]),
);

const tensOf: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 };

/** 二〇二六 → 2026, 十五 → 15, 三十一 → 31; null for what is no number, and for 一二, which may be one or two. */
function figuresOf(numeral: string): string | null {
  const marks = Array.from(numeral);
  const at = marks.findIndex((mark) => mark in tensOf);
  if (at === -1) {
    const figures = marks.map(chineseDigit).join('');
    return /^(?:12|23|34|45|56|67|78|89)$/.test(figures) ? null : figures;
  }
  const [times, ones] = [marks.slice(0, at), marks.slice(at + 1)].map((part) => part.map(chineseDigit).join(''));
  const tens = tensOf[marks[at] ?? ''] ?? 0;
  if (times === undefined || ones === undefined || !/^[1-9]?$/.test(times) || !/^[1-9]?$/.test(ones)) return null;
  if (times !== '' && tens !== 10) return null;
  return String((times === '' ? 1 : Number(times)) * tens + Number(ones));
}

/** A time of day behind it says nothing but by its zone; what stands behind that does, and of a span of hours all stands behind it. */
const timeOfDay =
  /(?:(T)|\s|(?<=[日号]))(?:([上下])午\s*)?([01]?\d|2[0-4]):([0-5]\d)(:[0-5]\d(?:\.\d+)?)?(?:\s*(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)|\s*[-~—–至到]\s*(?:[上下]午\s*)?(?:[01]?\d|2[0-4]):?[0-5]\d(?::[0-5]\d)?)?\s*(?:([AP])M)?$/iu;

/** 9时5分 → 9:05. */
const inDigits = (typed: string): string =>
  typed.replace(/(\d{1,2})[时点](?:整|(\d{1,2})分?(?:(\d{1,2})秒?)?)?$/, (_, hour: string, minute?: string, second?: string) =>
    [hour, two(Number(minute ?? 0)), ...(second === undefined ? [] : [two(Number(second))])].join(':'),
  );

/** A day of the week behind the day, in brackets too: 2023年7月15日星期六. */
const weekday = /\s*\(?(?:星期|周|礼拜)([日天一二三四五六])\)?\s*/;
const weekdays = '日一二三四五六';

/** Which day of the week it is. @param day YYYY-MM-DD */
const weekdayOf = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** How many minutes of UTC after the beginning of the day written before it; null: of the office's own day; undefined: who knows. */
function minutesOf([, parted, before, hour, minute, seconds, zone, after]: RegExpExecArray): number | null | undefined {
  if (hour === '24' && minute !== '00') return undefined;
  // Who wrote the office's own zone wrote its own day, in summers that had another one too.
  if (zone === undefined || /^\+08:?00$/.test(zone)) return null;
  // 08:30-09:30 is a span of hours; 08:30:00-09:30 may be one too.
  if (zone.startsWith('-') && parted === undefined) return seconds === undefined ? null : undefined;
  const half = (before ?? after ?? '').toUpperCase();
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === '下' || half === 'P' ? 12 : 0);
  const [sign = '', ...figures] = zone.replace(':', '');
  const offset = figures.length === 0 ? 0 : Number(figures.slice(0, 2).join('')) * 60 + Number(figures.slice(2).join(''));
  return hours * 60 + Number(minute) - (sign === '-' ? -offset : offset);
}

/** The day at the office of an instant: eight hours ahead, nine in the summers of 1986 to 1991. In Swedish it is YYYY-MM-DD. */
const officeDay = (ms: number): string => new Date(ms).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day at the office when it is so many minutes of UTC after the beginning of the day written. */
function atOffice(written: WrittenDay, minutes: number): WrittenDay {
  if (written.kind === 'empty' || written.kind === 'refused') return written;
  if (written.kind !== 'day') return refused('unreadable');
  return readPlain(officeDay(Date.parse(`${written.day}T00:00:00Z`) + minutes * 60_000));
}

/** In plain figures: blanks between two numbers part them, all others go. */
const plain = (text: string): string =>
  withoutBlanks(text.replaceAll(/(?<=\d)\s+(?=\d)/g, '-'))
    .replace('元月', '1月')
    .replaceAll(/[〇零○◯一二三四五六七八九十廿卅]+/g, (numeral) => figuresOf(numeral) ?? numeral);

const apart = String.raw`[-/.,、。·—–−\\]`;
const born = '(?:生|出生)?$';
const whole = new RegExp(String.raw`^(\d{4}|\d{1,2})(?:${apart}|年)(\d{1,2})(?:${apart}|月)(\d{1,2})[日号]?${born}`);
const pair = new RegExp(String.raw`^(\d{4}|\d{1,2})(?:${apart}|(年))(\d{1,2})(?:${apart}|月份?)?${born}`);
const inYear = /^(\d{1,2})月(\d{1,2})[日号]?$/;

function monthOf(year: number, month: number): WrittenDay {
  if (year < 1900 || year > 2199) return refused('farYear');
  return month < 1 || month > 12 ? refused('noSuchMonth') : { kind: 'month', month: `${year}-${two(month)}` };
}

function wholeDay(year: number, month: number, dayOfMonth: number): WrittenDay {
  const within = monthOf(year, month);
  if (within.kind !== 'month') return within;
  const day = dayOf(year, month, dayOfMonth);
  return day === null ? refused('noSuchDay') : { kind: 'day', day };
}

function yearless(month: number, dayOfMonth: number): WrittenDay {
  if (month < 1 || month > 12) return refused('noSuchMonth');
  // In a leap year, which has every day.
  return dayOf(2000, month, dayOfMonth) === null ? refused('noSuchDay') : { kind: 'yearless', month, dayOfMonth };
}

function solid(figures: string): WrittenDay {
  const [year, month, dayOfMonth] = [figures.slice(0, 4), figures.slice(4, 6), figures.slice(6)].map(Number);
  if (figures.length === 8) return wholeDay(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  // 851103: a day whose year lacks its century.
  return /^(?:19|20|21)/.test(figures) ? monthOf(year ?? 0, month ?? 0) : refused('shortYear');
}

/** Two numbers: a year and a month, or a month and a day. */
function pairOf(first: string, isYear: boolean, second: number): WrittenDay {
  if (first.length === 4) return monthOf(Number(first), second);
  if (isYear || (Number(first) > 12 && second >= 1 && second <= 12)) return refused('shortYear');
  return yearless(Number(first), second);
}

export function readWrittenDay(text: string): WrittenDay {
  // Without what Excel's users put before a number.
  const typed = halfWidth(text)
    .replaceAll(/\p{Cf}|[’'‘`"“”]/gu, '')
    .trim();
  const [said, ofWeek] = weekday.exec(typed) ?? [];
  if (said === undefined || ofWeek === undefined) return readTimed(typed);
  const timed = readTimed(typed.replace(said, ' ').trim());
  if (timed.kind === 'refused') return timed;
  const written = readPlain(plain(typed.slice(0, typed.indexOf(said))));
  // Of 昨天星期五 and 11-15 周日 nobody can tell whether they agree.
  if (written.kind !== 'day') return refused('unreadable');
  return weekdayOf(written.day) === ofWeek.replace('天', '日') ? timed : refused('weekday');
}

function readTimed(written: string): WrittenDay {
  const typed = inDigits(written);
  const time = timeOfDay.exec(typed);
  const day = readPlain(plain(typed.slice(0, time?.index)));
  if (!time) return day;
  const minutes = minutesOf(time);
  // A month has no time of day: 2026-11 1:30 lacks something.
  if (minutes === undefined || day.kind === 'month') return refused('unreadable');
  return minutes === null ? day : atOffice(day, minutes);
}

function readPlain(written: string): WrittenDay {
  if (written === '') return { kind: 'empty' };
  const days = nearDays.get(written);
  if (days !== undefined) return { kind: 'near', days };
  if (/^(?:\d{6}|\d{8})$/.test(written)) return solid(written);
  if (/^(?:19|20|21)\d{2}年?$/.test(written)) return refused('yearOnly');
  const [, year, month, dayOfMonth] = whole.exec(written) ?? [];
  if (year !== undefined)
    return year.length === 4 ? wholeDay(Number(year), Number(month), Number(dayOfMonth)) : refused('shortYear');
  const [, ofMonth, ofDay] = inYear.exec(written) ?? [];
  if (ofMonth !== undefined) return yearless(Number(ofMonth), Number(ofDay));
  const [, first, marked, second] = pair.exec(written) ?? [];
  return first === undefined ? refused('unreadable') : pairOf(first, marked !== undefined, Number(second));
}
