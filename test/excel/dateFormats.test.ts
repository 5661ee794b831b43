// What a format shows of a date: its words, colours and conditions are none of it.
import { expect, test } from 'vitest';
import { dateAsShown } from '../../main/ground/excel/dateFormats.ts';

test.each([
  ['yyyy"年"m"月"', '2019-07-01', '2019-07'],
  ['yyyy"年"m"月";@', '2019-07-01', '2019-07'],
  ['[$-804]yyyy\\年mm\\月', '2019-07-01', '2019-07'],
  ['[Red]yyyy/m', '2019-07-01', '2019-07'],
  ['mmm-yy', '2019-07-01', '2019-07'],
  ['YYYY.MM', '2019-07-01', '2019-07'],
  ['yyyy"年d"mm', '2019-07-01', '2019-07'],
  ['yyyy\\dmm', '2019-07-01', '2019-07'],
  ['yyyy', '2019-01-01', '2019'],
  ['yyyy', '2019-07-01', '2019-07-01'],
  ['yyyy"年"m"月"', '2019-07-15', '2019-07-15'],
  ['yyyy"年"m"月"d"日"', '2019-07-01', '2019-07-01'],
  ['m/d/yy', '2019-07-01', '2019-07-01'],
  ['yyyy-mm-dd hh:mm', '2019-07-01', '2019-07-01'],
  ['m"月"d"日"', '2019-07-01', '2019-07-01'],
  ['yyyy-mm h:mm AM/PM', '2019-07-01', '2019-07-01'],
  ['yyyy-mm aaaa', '2019-07-01', '2019-07-01'],
])('%s of %s shows %s', (format, day, shown) => expect(dateAsShown(day, format)).toBe(shown));
