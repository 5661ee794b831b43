// ID numbers as people write them among other words, both ways: none stays readable, and what only looks like one does.
import { array, assert, constantFrom, date, integer, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../main/ground/log.ts';
import { Refusal } from '../../shared/refusal.ts';
import { addDays } from '../../shared/rules/day.ts';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';
import { maskNumberIn, maskNumbersIn, shownName, shownSummary } from '../../shared/rules/masking.ts';

const numbers = tuple(
  constantFrom('371323', '110101', '650103', '130102', '911156'),
  integer({ min: 0, max: 46_000 }),
  integer({ min: 1, max: 999 }),
).map(([region, offset, order]) => {
  const digits = `${region}${addDays('1900-01-01', offset).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
});

const between = constantFrom(
  '/',
  '，',
  ',',
  '、',
  '_',
  ' — ',
  '–',
  '\u3000',
  '．',
  '.',
  '\t',
  '|',
  '：',
  ':',
  ' ',
  '-',
  '·',
  '；',
  '＿',
  '~',
  '*',
  '#',
  '\\',
  '+',
  '——',
  '\u00a0',
  '】【',
  ')(',
  '     ',
  ' ———— ',
  '……………………',
);
const cuts = constantFrom(
  [6, 14],
  [6, 10, 14],
  [4, 8, 12, 16],
  [3, 6, 10, 14],
  [6, 10, 12, 14],
  [9],
  Array.from({ length: 17 }, (_, at) => at + 1),
);
const parted = (number: string, at: readonly number[], mark: string): string =>
  Array.from(number, (digit, index) => (at.includes(index) ? mark + digit : digit)).join('');

const scripts = [
  '0123456789',
  '〇一二三四五六七八九',
  '零一二三四五六七八九',
  '○一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
  '０１２３４５６７８９',
  '⓪①②③④⑤⑥⑦⑧⑨',
  'O123456789',
  '〇〡〢〣〤〥〦〧〨〩',
  '⓿❶❷❸❹❺❻❼❽❾',
  '０⑴⑵⑶⑷⑸⑹⑺⑻⑼',
  '〇㈠㈡㈢㈣㈤㈥㈦㈧㈨',
  '〇㊀㊁㊂㊃㊄㊅㊆㊇㊈',
  '🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐',
  'ＯⅠⅡⅢⅣⅤⅥⅦⅧⅨ',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३४५६७८९',
  '༠༡༢༣༤༥༦༧༨༩',
];
const inScript = (number: string, script: string): string =>
  number.replaceAll(/\d/g, (digit) => Array.from(script)[Number(digit)] ?? '');
const bare = (text: string): string =>
  Array.from(text, (mark) => {
    const value = scripts.map((script) => Array.from(script).indexOf(mark)).find((at) => at >= 0);
    return value === undefined ? (mark === 'X' ? 'X' : '') : String(value);
  }).join('');

describe('an ID number', () => {
  test('in groups, whatever parts them', () => {
    assert(
      property(numbers, cuts, between, constantFrom('', '王秀英 ', '身份证：'), (number, at, mark, before) => {
        const masked = shownSummary(`新增网格员 ${before}${parted(number, at, mark)}，电话 13805390001`);
        expect(bare(masked)).toBe(`${number.slice(0, 6)}${number.slice(-2)}13805390001`);
        expect(masked).toHaveLength(`新增网格员 ${before}${parted(number, at, mark)}，电话 13805390001`.length);
      }),
    );
  });

  test('with X for its check character, right before the next word', () => {
    expect(shownSummary('371323 19741203 123X更正为总支')).toBe('371323 ******** **3X更正为总支');
    expect(shownName('张三371323-19741203-123X正面.jpg')).toBe('张三371323-********-**3X正面.jpg');
  });

  test('in Chinese numerals, in several ways of writing at once', () => {
    assert(
      property(
        numbers,
        constantFrom(...scripts),
        constantFrom(...scripts),
        // Eleven and seven are taken for a mobile and the telephone of a house beside it.
        integer({ min: 1, max: 17 }).filter((cut) => cut !== 11),
        constantFrom('', '、', ' '),
        (number, one, other, at, mark) => {
          const written = inScript(number.slice(0, at), one) + mark + inScript(number.slice(at), other);
          expect(bare(shownSummary(`新增物业公司 “${written}”`))).toBe(number.slice(0, 6) + number.slice(-2));
        },
      ),
    );
  });

  test.each([
    ['371323/19741203/1234', '371323/********/**34'],
    ['371323，1974，1203，1234', '371323，****，****，**34'],
    ['371323-1974-12-03-1234', '371323-****-**-**-**34'],
    ['三七一三二三一九七四一二〇三一二三四', '三七一三二三**********三四'],
    ['371323一九七四12〇31234', '371323**********34'],
    ['371323_19741203_123×', '371323_********_**3×'],
    ['371323、741203、123', '371323、******、*23'],
    ['第一371323197412031234', '第一371323**********34'],
    ['𝟑𝟕𝟏𝟑𝟐𝟑𝟏𝟗𝟕𝟒𝟏𝟐𝟎𝟑𝟏𝟐𝟑𝟒', '371323**********34'],
    ['𠮷田371323 19741203 1234', '𠮷田371323 ******** **34'],
    ['371323|19741203|1234、371323|19760506|9180', '371323|********|**34、371323|********|**80'],
    ['371323 1974年12月03日 1234', '371323 ****年**月**日 **34'],
    ['37132３一九七四年一二月〇三日生1234', '371323****年**月**日生**34'],
    ['371323          19741203          1234', '371323          ********          **34'],
    ['3713231974l2O31234', '371323**********34'],
    ['37132319741203123Ⅹ', '371323**********3X'],
    ['2026年11月26日 371323 19741203 1234', '2026年11月26日 371323 ******** **34'],
    ['2026-11-26 371323 19741203 1234', '2026-11-26 371323 ******** **34'],
  ])('%s', (text, masked) => expect(shownSummary(text)).toBe(masked));

  test('in the name of a file, and in the log', () => {
    expect(shownName('照片/王秀英 371323-19741203-1234.jpg')).toBe('王秀英 371323-********-**34.jpg');
    expect(shownName('王秀英三七一三二三一九七四一二〇三一二三四.jpg')).toBe('王秀英三七一三二三**********三四.jpg');
    expect(shownName('花名册_20260928_092653_1234.xlsx')).toBe('花名册_20260928_092653_1234.xlsx');
    expect(redact('restored from D:\\备份\\371323-19741203-1234.gridledger')).toBe(
      'restored from D:\\备份\\371***-********-**34.gridledger',
    );
    expect(redact('三七一三二三一九七四一二〇三一二三四')).toBe('三七一*************三四');
  });
});

test('a refusal quotes what was typed with the ID number in it masked', () => {
  expect(new Refusal('已有名为“371323 1974-12-03 1234”的物业公司').message).toBe('已有名为“371323 ****-**-** **34”的物业公司');
});

describe('what stays readable', () => {
  const digits = (length: number) =>
    integer({ min: 0, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'));
  const days = date({ min: new Date('1950-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
  const dayIn = (mark: string, padded: boolean) =>
    days.map((at) =>
      [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
        .map((part) => String(part).padStart(padded ? 2 : 1, '0'))
        .join(mark),
    );
  const readable = oneof(
    tuple(integer({ min: 13, max: 19 }), digits(9)).map(([begin, rest]) => `${begin}${rest}`),
    tuple(integer({ min: 130, max: 199 }), digits(4), digits(4)).map((parts) => parts.join(' ')),
    tuple(integer({ min: 1, max: 199 }), integer({ min: 1, max: 199 })).map(
      (parts) => `371323${parts.map((part) => String(part).padStart(3, '0')).join('')}`,
    ),
    integer({ min: 1, max: 199 }).map((street) => `371323${String(street).padStart(3, '0')}`),
    constantFrom('-', '/', '.').chain((mark) => oneof(dayIn(mark, true), dayIn(mark, false))),
  );
  const list = constantFrom('、', '，', ', ', ' ', '/', '；', '|', '_', ' — ');

  test('mobiles, codes and days beside each other', () => {
    assert(
      property(array(readable, { minLength: 1, maxLength: 4 }), list, (each, mark) => {
        const text = `更正${each.join(mark)}。`;
        expect(shownSummary(text)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '13805390001、13805390002',
    '13805350112，2026-09-28',
    '1203-15991112398',
    '371323001、371323002、371323003',
    '110101200、110101201',
    '371323001001、371323001002',
    '371323201203（2026-03-28）',
    '2026-9-1、2026-10-12、2026-11-1',
    '2010-1-2、2010-1-9、2010-1-2、2010-1-3',
    '2026-10、2026-11、2026-12',
    '2026/11/26 2026/12/01 2027/01/02',
    '08:30-11:30、14:00-17:30、19:30-20:15',
    '沂街发〔2026〕12号、沂街发〔2026〕13号，371323-2026-0012',
    '1、2、3、4、5、6、7、8、9、10、11、12、13、14',
    '一、二、三、四、五、六、七、八、九社区，第一、第二网格',
    '二〇二六年十一月二十六日',
    '0539-2251234、0539-2251235、13805390001',
    'IMG_20260928_092653_1234',
  ])('%s', (text) => {
    expect(shownSummary(text)).toBe(text);
    expect(maskNumbersIn(text, 'hide')).toBe(text);
  });
});

describe('an ID number with a character among its digits', () => {
  test('stays as unreadable as a whole one, whether it stands beside a digit or in its place', () => {
    assert(
      property(
        numbers.filter((number) => number.slice(6, 8) === '19' || number.slice(6, 8) === '20'),
        integer({ min: 1, max: 16 }).filter((cut) => cut !== 11),
        constantFrom('王', '女', 'q', '某某'),
        constantFrom(0, 1),
        constantFrom('', '备注：', '王明 '),
        constantFrom('hide', 'keep', 'judge'),
        (number, at, mark, replaced, before, fifteen) => {
          const written = `${before}${number.slice(0, at)}${mark}${number.slice(at + (mark.length === 1 ? replaced : 0))}，电话13905390001`;
          const masked = maskNumbersIn(written, fifteen);
          expect(masked).toContain('13905390001');
          const digits = masked.replace('13905390001', '').replaceAll(/[^\dX]/g, '');
          expect(digits.length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });

  test.each([
    '网格员13953912345王明13953912346',
    '13010219001王2010014',
    '第1网格13953912345，371323001201001',
    '371323001201001王明13953912345',
    '2019年7月1日至2023年6月30日任网格员13953912345',
    '鲁Q12345王13953912345',
    'A座1单元1202室电话0539-2251234转8001',
  ])('%s is none', (text) => {
    expect(maskNumbersIn(text, 'judge')).toBe(text);
    expect(maskNumbersIn(text, 'keep')).toBe(text);
  });
});

describe('two telephones in a cell', () => {
  test.each([
    '1395391234513953912346',
    '1395391234505392251234',
    '０１０６２２５１２３４１３９５３９１２３４６',
    '13953912345、13953912346',
    '13953912345 0539-2251234',
    '139 5391 2345/139 5391 2346',
    '139539123451395391234613953912347',
  ])('%s stay whole', (text) => {
    expect(maskNumbersIn(text, 'hide')).toBe(text);
    expect(maskNumberIn(text)).toBe(text);
  });

  test.each(['1303231985133113953912', '3713231985031540121234', '3713231985031540123713'])('%s are none', (text) => {
    expect(maskNumbersIn(text, 'hide')).toContain('********');
    expect(maskNumberIn(text)).toContain('********');
  });
});

test('of a text that no field takes every digit is hidden', () => {
  const told = maskNumbersIn(`号码 371323197412031234 ${'1-'.repeat(500_000)}`, 'keep');
  expect(told).not.toMatch(/\d/);
});
