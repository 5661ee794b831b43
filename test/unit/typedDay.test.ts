// Every form in which a day or a month is typed, what is refused and with which words, and that no form changes the day it names.
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDay } from '../../shared/rules/day.ts';
import { readMonth } from '../../shared/rules/month.ts';
import { type AskedDay, type DayKind, readTypedDay } from '../../shared/rules/typedDay.ts';

const today = '2026-09-28';
const read = (typed: string, kind: DayKind = 'day', bounds: Partial<AskedDay> = {}): string | null => {
  const reading = readTypedDay(typed, { kind, today, ...bounds });
  return 'fault' in reading ? reading.fault : reading.day;
};

describe('days', () => {
  test.each([
    '2026-11-15',
    '2026/11/15',
    '2026.11.15',
    '20261115',
    '11-15',
    '11/15',
    '11.15',
    '11月15日',
    '11月15',
    '11 15',
    '2026 11 15',
    '2026年11月15日',
    '2026年11月15号',
    '2026 年 11 月 15 日',
    '2026、11、15',
    '2026。11。15',
    '2026—11—15',
    '2026\\11\\15',
    '　2026-11-15 ',
    '２０２６－１１－１５',
    '２０２６．１１．１５',
    '２０２６年１１月１５日',
    '１１／１５',
    "'2026-11-15",
    '’20261115',
    '\u200e2026-11-15\u202c',
    '2026-11-15 00:00:00',
    '2026/11/15 0:00',
    '2026-11-15T08:30',
    '2026-11-15 下午 3:05',
    '2026-11-15T08:30:00.000Z',
    '2026-11-14T16:00:00.000Z',
    '2026-11-14 16:00:00Z',
    '2026-11-14T16:00:00+00:00',
    '2026-11-15T00:00:00+0800',
    '2026-11-15T15:59:59Z',
    '二〇二六年十一月十五日',
    '二○二六年十一月十五日',
    '二零二六年十一月一五日',
    '十一月十五日',
    '2026年十一月15日',
  ])('%s is 15 November', (typed) => expect(read(typed)).toBe('2026-11-15'));

  test.each([
    ['2026-1-5', '2026-01-05'],
    ['2026 1 1', '2026-01-01'],
    ['2026年元月1日', '2026-01-01'],
    ['2/28', '2026-02-28'],
    ['一月二十日', '2026-01-20'],
    ['十月三十一日', '2026-10-31'],
    ['二〇二四年二月廿九日', '2024-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['今天', today],
    ['昨日', '2026-09-27'],
    ['明天', '2026-09-29'],
    ['后天', '2026-09-30'],
    ['', null],
    [' 　', null],
  ])('%s is %s', (typed, day) => expect(read(typed)).toBe(day));

  test.each([
    // Midnight here, as a program writes it that keeps instants.
    ['1985-03-31T16:00:00.000Z', '1985-04-01'],
    ['1985-03-31T15:59:59.999Z', '1985-03-31'],
    ['1985-12-31T16:00:00Z', '1986-01-01'],
    ['2024-02-28T16:00Z', '2024-02-29'],
    ['1985-03-31 16:00:00Z', '1985-04-01'],
    ['1985-04-01T00:00:00+08:00', '1985-04-01'],
    ['1985-04-01T00:00:00+0800', '1985-04-01'],
    ['1985-04-01T00:30:00+09:00', '1985-03-31'],
    ['1985-03-31T11:00:00-05:00', '1985-04-01'],
    ['1985-03-31T11:00 -05:00', '1985-04-01'],
    ['1985-03-31 16:00:00 Z', '1985-04-01'],
    ['1985-03-31 16:00:00 +0000', '1985-04-01'],
    ['1985-03-31T10:59:59-05:00', '1985-03-31'],
    ['1985年3月31日 04:00:00Z PM', '1985-04-01'],
    ['1985年3月31日 12:30Z AM', '1985-03-31'],
    // In the summers of 1986 to 1991 clocks were an hour ahead.
    ['1988-06-30T15:00:00.000Z', '1988-07-01'],
    ['1988-06-30T14:59:59.000Z', '1988-06-30'],
    // Whoever writes the office's own zone writes its own day, in those summers and at 24:00 too.
    ['1986-07-01T23:30:00+08:00', '1986-07-01'],
    ['1940-07-01T23:30+0800', '1940-07-01'],
    ['2026-09-30T24:00:00+08:00', '2026-09-30'],
    // No zone but the end of a span of hours.
    ['2026-11-15 08:30-09:30', '2026-11-15'],
    ['2026-11-15 20:30-22:30', '2026-11-15'],
    ['2026-11-15 14:30-1730', '2026-11-15'],
    ['2026年11月15日8:30—17:30', '2026-11-15'],
    ['2026-11-15 上午 8:30至下午 5:30', '2026-11-15'],
    ['2026-11-15 08:30:00 - 17:30:00', '2026-11-15'],
    ['2026-11-15T20:00:00', '2026-11-15'],
    ['2026-11-15 24:00', '2026-11-15'],
  ])('%s is %s where the office is', (typed, day) => {
    expect(read(typed)).toBe(day);
    expect(readMonth(typed)).toEqual({ kind: 'month', month: day.slice(0, 7), day });
  });

  test.each([
    ['2026-11 1:30', '看不懂日期“2026-11 1:30”，请写成 2026-11-15 的样子'],
    ['2026-11-15 24:30', '看不懂日期“2026-11-15 24:30”，请写成 2026-11-15 的样子'],
    // An instant far away, or a span of hours.
    ['2026-11-15 8:30:00-0930', '看不懂日期“2026-11-15 8:30:00-0…”，请写成 2026-11-15 的样子'],
    ['2026-11T16:00:00Z', '看不懂日期“2026-11T16:00:00Z”，请写成 2026-11-15 的样子'],
    ['11-15T16:00:00Z', '看不懂日期“11-15T16:00:00Z”，请写成 2026-11-15 的样子'],
    ['2026-02-30T16:00:00Z', '日历上没有“2026-02-30T16:00:00Z”这一天，请核对'],
    ['2199-12-31T16:00:00Z', '“2199-12-31T16:00:00Z”的年份不对，请核对'],
    ['2026-11-15T16:00:00+99:00', '看不懂日期“2026-11-15T16:00:00+…”，请写成 2026-11-15 的样子'],
    ['2026-02-30', '日历上没有“2026-02-30”这一天，请核对'],
    ['2月30日', '日历上没有“2月30日”这一天，请核对'],
    ['2月29日', '今年没有“2月29日”这一天，请核对'],
    ['2026-13-01', '“2026-13-01”的月份不对，只有 1 到 12 月'],
    ['2026-0-1', '“2026-0-1”的月份不对，只有 1 到 12 月'],
    ['13月5日', '“13月5日”的月份不对，只有 1 到 12 月'],
    ['2026年13月', '“2026年13月”的月份不对，只有 1 到 12 月'],
    ['1026-11-15', '“1026-11-15”的年份不对，请核对'],
    ['2026', '“2026”只有年份，请写成 2026-11-15 的样子'],
    ['2026-11', '“2026-11”只到月份，请写到哪一天，如 2026-11-15'],
    ['202611', '“202611”只到月份，请写到哪一天，如 2026-11-15'],
    ['26-11-15', '“26-11-15”的年份要写四位，请写成 2026-11-15 的样子'],
    ['26年11月15日', '“26年11月15日”的年份要写四位，请写成 2026-11-15 的样子'],
    ['261115', '“261115”的年份要写四位，请写成 2026-11-15 的样子'],
    ['85.03', '“85.03”的年份要写四位，请写成 2026-11-15 的样子'],
    ['11/15/2026', '看不懂日期“11/15/2026”，请写成 2026-11-15 的样子'],
    ['2026--11-15', '看不懂日期“2026--11-15”，请写成 2026-11-15 的样子'],
    ['2026-11-155', '看不懂日期“2026-11-155”，请写成 2026-11-15 的样子'],
    ['1115', '看不懂日期“1115”，请写成 2026-11-15 的样子'],
    // What an Excel serial would be in a cell is a slip of the hand in a field.
    ['46341', '看不懂日期“46341”，请写成 2026-11-15 的样子'],
    ['三月', '看不懂日期“三月”，请写成 2026-11-15 的样子'],
    // January and February, or December.
    ['2026年一二月', '看不懂日期“2026年一二月”，请写成 2026-11-15 的样子'],
    ['2026-09-15 8:00至2026-10-01', '看不懂日期“2026-09-15 8:00至2026…”，请写成 2026-11-15 的样子'],
    ['2026-11-15 25:00', '看不懂日期“2026-11-15 25:00”，请写成 2026-11-15 的样子'],
    ['三十十月', '看不懂日期“三十十月”，请写成 2026-11-15 的样子'],
    ['下周一', '看不懂日期“下周一”，请写成 2026-11-15 的样子'],
    ['到岗那天我记不清了请问一下办公室的同志', '看不懂日期“到岗那天我记不清了请问一下办公室的同志”，请写成 2026-11-15 的样子'],
    // A character that takes two units stays whole.
    ['𬱖'.repeat(30), `看不懂日期“${'𬱖'.repeat(20)}…”，请写成 2026-11-15 的样子`],
    ['x'.repeat(60), `看不懂日期“${'x'.repeat(20)}…”，请写成 2026-11-15 的样子`],
  ])('%s is refused: %s', (typed, words) => expect(read(typed)).toBe(words));

  test('a day out of bounds is refused with the bound', () => {
    expect(read('2026-09-29', 'day', { latest: today })).toBe('2026-09-29 不能晚于今天（2026-09-28）');
    expect(read('2026-09-28', 'day', { latest: today })).toBe('2026-09-28');
    expect(read('2026-1-1', 'day', { earliest: '2026-02-01' })).toBe('2026-01-01 不能早于 2026-02-01');
  });
});

describe('months', () => {
  test.each([
    ['1985-03', '1985-03'],
    ['1985/3', '1985-03'],
    ['1985.3', '1985-03'],
    ['198503', '1985-03'],
    ['1985 3', '1985-03'],
    ['1985年3月', '1985-03'],
    ['1985年03月份', '1985-03'],
    ['１９８５．０３', '1985-03'],
    ["'1985.03", '1985-03'],
    ['一九八五年三月', '1985-03'],
    ['1985年3月生', '1985-03'],
    ['1985-03-12', '“1985-03-12”写到了哪一天，这里只记月份，请写成 1985-03'],
    ['19850312', '“19850312”写到了哪一天，这里只记月份，请写成 1985-03'],
    ['2026 1 1', '“2026 1 1”写到了哪一天，这里只记月份，请写成 2026-01'],
    ['85.03', '“85.03”的年份要写四位，请写成 2026-11 的样子'],
    ['3月12日', '“3月12日”没有写年份，请写成 2026-11 的样子'],
    ['3月', '“3月”没有写年份，请写成 2026-11 的样子'],
    ['9-1', '“9-1”没有写年份，请写成 2026-11 的样子'],
    ['198513', '“198513”的月份不对，只有 1 到 12 月'],
    ['三月', '看不懂月份“三月”，请写成 2026-11 的样子'],
  ])('%s is %s', (typed, outcome) => expect(read(typed, 'month')).toBe(outcome));

  test('where a month alone will do, a day stays a day', () => {
    expect(['2016-11-15', '2016-11', '2016年11月', '11-15'].map((typed) => read(typed, 'either'))).toEqual([
      '2016-11-15',
      '2016-11',
      '2016-11',
      '2026-11-15',
    ]);
  });
  test('where a month alone will do, the refusal says so', () =>
    expect(read('记不清', 'either')).toBe('看不懂日期“记不清”，请写成 2026-11-15 的样子，只知道月份的写成 2026-11'));
  test('a month is judged as a month', () => {
    expect(read('2026-09', 'month', { latest: today })).toBe('2026-09');
    expect(read('2026-10', 'month', { latest: today })).toBe('2026-10 不能晚于 2026-09');
    expect(read('2026-09', 'either', { latest: today, earliest: today })).toBe('2026-09');
  });
});

const numerals = '〇一二三四五六七八九';
const byDigit = (figures: string): string => Array.from(figures, (figure) => numerals[Number(figure)]).join('');
const inTens = (n: number): string =>
  n < 10
    ? byDigit(String(n))
    : `${n < 20 ? '' : byDigit(String(Math.floor(n / 10)))}十${n % 10 === 0 ? '' : byDigit(String(n % 10))}`;
const wide = (text: string): string => text.replaceAll(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/** Ways to write a day with its year. */
const ways: readonly ((year: string, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}/${String(month).padStart(2, '0')}/${day}`,
  (year, month, day) => `${year}.${month}.${String(day).padStart(2, '0')}`,
  (year, month, day) => `${year} ${month} ${day}`,
  (year, month, day) => `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => `${year} 年 ${month} 月 ${day} 号`,
  (year, month, day) => `'${year}-${month}-${day} 0:00:00`,
  (year, month, day) => wide(`${year}-${month}-${day}`),
  (year, month, day) => `${byDigit(year)}年${inTens(month)}月${inTens(day)}日`,
];
const anyDay = integer({ min: 0, max: 109_000 }).map((offset) => addDays('1900-01-01', offset));

test('however a day is written, the same day is read, in fields and in cells', () => {
  assert(
    property(anyDay, constantFrom(...ways), (day, way) => {
      const typed = way(day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8)));
      expect(read(typed)).toBe(day);
      // Where only the month is kept, the day isn't dropped without a word.
      expect(read(typed, 'month')).toContain(`写到了哪一天，这里只记月份，请写成 ${day.slice(0, 7)}`);
      expect(readMonth(typed)).toEqual({ kind: 'month', month: day.slice(0, 7), day });
    }),
  );
});

test('what a field shows is read as itself', () => {
  assert(
    property(string(), constantFrom<DayKind>('day', 'month', 'either'), (typed, kind) => {
      const reading = readTypedDay(typed, { kind, today });
      if ('fault' in reading || reading.day === null) return;
      expect(isDay(reading.day.length === 7 ? `${reading.day}-01` : reading.day)).toBe(true);
      expect(read(reading.day, kind)).toBe(reading.day);
    }),
  );
});
