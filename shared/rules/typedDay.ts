// A day field as it is typed into: what it names becomes YYYY-MM-DD (or YYYY-MM), and what can't be taken is refused in words that
// say why and what to write. Nothing is guessed but the year of 11-15, which is today's and is shown at once.
import { addDays, dayOf } from './day.ts';
import { type DayFault, readWrittenDay, type WrittenDay } from './writtenDay.ts';

/** What a field takes; `either`: a day, or only its month where nobody knows more. */
export type DayKind = 'day' | 'month' | 'either';

export type AskedDay = {
  kind: DayKind;
  today: string;
  earliest?: string | undefined;
  latest?: string | undefined;
};

export type TypedDay = { day: string | null } | { fault: string };

const likeThis: Readonly<Record<DayKind, string>> = {
  day: '请写成 2026-11-15 的样子',
  month: '请写成 2026-11 的样子',
  either: '请写成 2026-11-15 的样子，只知道月份的写成 2026-11',
};

const quoteOf = (typed: string): string => {
  const text = Array.from(typed.trim());
  return `“${text.length > 20 ? `${text.slice(0, 20).join('')}…` : text.join('')}”`;
};

const faultWords: Readonly<Record<DayFault, (quote: string, kind: DayKind) => string>> = {
  unreadable: (quote, kind) => `看不懂${kind === 'month' ? '月份' : '日期'}${quote}，${likeThis[kind]}`,
  noSuchMonth: (quote) => `${quote}的月份不对，只有 1 到 12 月`,
  noSuchDay: (quote) => `日历上没有${quote}这一天，请核对`,
  farYear: (quote) => `${quote}的年份不对，请核对`,
  yearOnly: (quote, kind) => `${quote}只有年份，${likeThis[kind]}`,
  weekday: (quote) => `${quote}的星期与日期对不上，请核对`,
  shortYear: (quote, kind) => `${quote}的年份要写四位，${likeThis[kind]}`,
};

const noYear = (typed: string): TypedDay => ({ fault: `${quoteOf(typed)}没有写年份，${likeThis.month}` });

/** 3月, ３ 月份. */
const onlyMonth = /^\s*[\d０-９]{1,2}\s*月份?\s*$/;

/** The day of this year, or why there is none: 29 February of most years. */
function ofThisYear(
  { month, dayOfMonth }: WrittenDay & { kind: 'yearless' },
  { kind, today }: AskedDay,
  typed: string,
): TypedDay {
  if (kind === 'month') return noYear(typed);
  const day = dayOf(Number(today.slice(0, 4)), month, dayOfMonth);
  return day === null ? { fault: `今年没有${quoteOf(typed)}这一天，请核对` } : { day };
}

function named(typed: string, asked: AskedDay): TypedDay {
  const written = readWrittenDay(typed);
  if (written.kind === 'empty') return { day: null };
  if (written.kind === 'refused' && asked.kind === 'month' && onlyMonth.test(typed)) return noYear(typed);
  if (written.kind === 'refused') return { fault: faultWords[written.fault](quoteOf(typed), asked.kind) };
  if (written.kind === 'near') return { day: addDays(asked.today, written.days) };
  if (written.kind === 'yearless') return ofThisYear(written, asked, typed);
  if (written.kind === 'day') return { day: written.day };
  const { month } = written;
  return asked.kind === 'day' ? { fault: `${quoteOf(typed)}只到月份，请写到哪一天，如 ${month}-15` } : { day: month };
}

const inWords = (limit: string, today: string): string => (limit === today ? `今天（${limit}）` : ` ${limit}`);

/** What was typed, read; nothing typed is null. */
export function readTypedDay(typed: string, asked: AskedDay): TypedDay {
  const reading = named(typed, asked);
  if ('fault' in reading || reading.day === null) return reading;
  const { day } = reading;
  // The day would be lost without a word.
  if (asked.kind === 'month' && day.length > 7)
    return { fault: `${quoteOf(typed)}写到了哪一天，这里只记月份，请写成 ${day.slice(0, 7)}` };
  const { earliest, latest, today } = asked;
  // A month is judged as a month: the one that holds the limit will do.
  if (latest !== undefined && day > latest.slice(0, day.length))
    return { fault: `${day} 不能晚于${inWords(latest.slice(0, day.length), today)}` };
  if (earliest !== undefined && day < earliest.slice(0, day.length))
    return { fault: `${day} 不能早于${inWords(earliest.slice(0, day.length), today)}` };
  return { day };
}
