// The pure rules, by table and by property. Under UTC and Asia/Shanghai alike: none of them touches a time zone.
import { array, assert, boolean, constantFrom, integer, pre, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, serviceOn } from '../../shared/rules/age.ts';
import { kindOfAreaCode } from '../../shared/rules/areaCode.ts';
import { addDays, dayOfSerial, daysBetween, isDay } from '../../shared/rules/day.ts';
import {
  birthDayOf,
  checkCharacterOf,
  convertOldIdNumber,
  hasRightCheck,
  readIdNumber,
  sexOf,
  wholeIdNumber,
} from '../../shared/rules/idNumber.ts';
import { fitsMasked, readMaskedNumber } from '../../shared/rules/maskedNumber.ts';
import { maskIdNumber, maskNumberIn, maskNumbersIn } from '../../shared/rules/masking.ts';
import { readMonth } from '../../shared/rules/month.ts';
import { readName } from '../../shared/rules/names.ts';
import { nothingIn } from '../../shared/rules/nothingWritten.ts';
import { readPhone, severalPhones, spacedMobile } from '../../shared/rules/phone.ts';
import { pinyinOf } from '../../main/kit/pinyin.ts';

const day = integer({ min: -25_000, max: 60_000 }).map((offset) => addDays('1970-01-01', offset));

/** Right numbers of people born 1900–2026. */
const idNumbers = tuple(
  constantFrom('371323', '110101', '650103'),
  integer({ min: 0, max: 46_000 }),
  integer({ min: 1, max: 999 }),
).map(([region, offset, order]) => {
  const digits = `${region}${addDays('1900-01-01', offset).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
});

describe('days', () => {
  test('only what the calendar has', () => {
    expect(['2024-02-29', '2023-02-29', '2023-13-01', '2023-1-1', '', '2023-04-31'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  test('adding and subtracting are one', () => {
    assert(property(day, integer({ min: -9000, max: 9000 }), (from, days) => daysBetween(from, addDays(from, days)) === days));
  });
  test('serials on both sides of the leap day that never was', () => {
    expect([1, 59, 60, 61, 23_682, 44_197].map(dayOfSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '1964-11-01',
      '2021-01-01',
    ]);
  });
});

describe('ID numbers', () => {
  test.each([
    ['371323196309069659', 'valid'],
    ['’371323196309069659', 'valid'],
    ["'371323196309069659", 'valid'],
    ['371323 19951212 4661', 'valid'],
    ['３７１３２３１９７９１１１１６６５１', 'valid'],
    ['\t37132319760615060x ', 'valid'],
    ['', 'empty'],
    ['　', 'empty'],
    [null, 'empty'],
    [371_323_197_209_185_400, 'refused digitsLost'],
    ['371323197209185000', 'refused digitsLost'],
    ['3.71323E+17', 'refused scientific'],
    ['111111111111111111', 'refused sentinel'],
    ['123456789012345678', 'refused sentinel'],
    ['000000000000000', 'refused sentinel'],
    ['371323198713074870', 'refused date'],
    ['371323209901014870', 'refused date'],
    ['37132319630906965', 'refused length'],
    ['3713231963090696590', 'refused length'],
    ['无', 'refused characters'],
    ['37132319630906X659', 'refused characters'],
    ['371323199606261031', 'doubtful check'],
    ['371323770308072', 'old'],
    [371_323_770_308_072, 'old'],
    // What is typed for the X at the end.
    ['37132319690505009Ⅹ', 'valid'],
    ['37132319690505009ⅹ', 'valid'],
    ['37132319690505009×', 'valid'],
    ['37132319690505009Х', 'valid'],
    ['37132319690505009χ', 'valid'],
    ['37132319690505009Ｘ', 'valid'],
    ['3713231969050500９ｘ', 'valid'],
    ['37132319690505009✕', 'valid'],
    // A mask is no X, wherever it stands.
    ['37132319690505009*', 'refused masked'],
    ['371323********0099', 'refused masked'],
    ['371323××××××××0099', 'refused masked'],
    ['371323xxxxxxxx0099', 'refused masked'],
    ['3713231969050500?X', 'refused masked'],
    ['371323 1969 0505 009X', 'valid'],
    ['371323—19690505−009X', 'valid'],
    ['\u202d37132319690505009X\u202c', 'valid'],
    ['‘37132319690505009X’', 'valid'],
    ['37132319690505009X/371323196804040079', 'refused several'],
    ['37132319690505009X371323196804040079', 'refused several'],
    ['37132319690505009\ufffd', 'refused damaged'],
    // 港澳台居民居住证, and both kinds of 外国人永久居留身份证.
    ['810000199003071237', 'valid'],
    ['820000198506152343', 'valid'],
    ['830000197811203458', 'valid'],
    ['911124198108030024', 'valid'],
    ['CAN110081080310', 'refused oldPermit'],
    // A child, and somebody of 106.
    ['37132320150101001X', 'doubtful age'],
    ['371323192001010011', 'doubtful age'],
    ['371323771308072', 'refused date'],
  ])('%s is %s', (raw, outcome) => {
    const reading = readIdNumber(raw, '2026-09-28');
    const detail = reading.kind === 'refused' ? ` ${reading.fault}` : reading.kind === 'doubtful' ? ` ${reading.doubt}` : '';
    expect(reading.kind + detail).toBe(outcome);
  });
  test('every right number is read, its birth and sex with it, and any one changed digit is noticed', () => {
    assert(
      property(idNumbers, integer({ min: 0, max: 16 }), integer({ min: 1, max: 9 }), (idNumber, place, step) => {
        expect(hasRightCheck(idNumber)).toBe(true);
        expect(isDay(birthDayOf(idNumber) ?? '')).toBe(true);
        expect(sexOf(idNumber)).toBe(Number(idNumber[16]) % 2 ? 'male' : 'female');
        const digit = (Number(idNumber[place]) + step) % 10;
        const wrong = idNumber.slice(0, place) + digit + idNumber.slice(place + 1);
        expect(hasRightCheck(wrong)).toBe(false);
        expect(readIdNumber(wrong).kind).not.toBe('valid');
      }),
    );
  });
  test('an old number is its new one without the century and the check', () => {
    assert(
      property(idNumbers, (idNumber) => {
        pre(idNumber.slice(6, 8) === '19');
        expect(convertOldIdNumber(idNumber.slice(0, 6) + idNumber.slice(8, 17))).toBe(idNumber);
      }),
    );
  });
  test.each([
    ['hide', '网格员 371323197412031234，原号371323741203123', '网格员 371323**********34，原号371323*******23'],
    ['hide', '371323 19741203 123x', '371323 ******** **3x'],
    ['hide', '３７１３２３１９７４１２０３１２３４', '371323**********34'],
    ['hide', '37132319741203123', '371323*********23'],
    ['hide', '13805390001、13805390002 0539-2251234', '13805390001、13805390002 0539-2251234'],
    ['hide', '2024-01-02 至 2025-03-04', '2024-01-02 至 2025-03-04'],
    ['hide', '371323001001001', '371323*******01'],
    ['judge', '371323001001001、371323104001002', '371323001001001、371323104001002'],
    ['judge', '原号 371323741203123', '原号 371323*******23'],
    ['keep', '371323741203123', '371323741203123'],
    ['keep', '371323197412031234', '371323**********34'],
    ['judge', '张三 371323********1234（李四371323********123X.jpg）', '张三 371323**********34（李四371323**********3X.jpg）'],
    ['keep', '371323*****3123', '371323*******23'],
    ['hide', '371323**********34', '371323**********34'],
  ] as const)('numbers among other text, fifteen digits %s: %s', (fifteenDigits, text, masked) => {
    expect(maskNumbersIn(text, fifteenDigits)).toBe(masked);
  });

  test.each([
    ['371323196309069659', '371323196309069659'],
    ['371323 19630906 9659', '371323196309069659'],
    ['３７１３２３１９７９１１１１６６５１', '371323197911116651'],
    ['37132319760615060x', '37132319760615060X'],
    ['37132319630906965', null],
    ['371323630906965', null],
    ['371323001001001', null],
    ['13805390001 1380539', null],
    ['王秀英', null],
  ])('%s as a whole number: %s', (text, whole) => {
    expect(wholeIdNumber(text)).toBe(whole);
  });

  test.each([
    ['37132319741203123X', '371323**********3X'],
    ['371323 19741203 123x', '371323 ******** **3x'],
    ["'37132319741203123Ｘ", "'371323**********3X"],
    ['37132319741203123 Х（新）', '371323**********3 Х（新）'],
    ['３７１３２３１９７４１２０３１２３４', '371323**********34'],
    ['3713231974120312X', '371323*********2X'],
    ['371323197412031234 X', '371323**********34 X'],
    ['371323197412031234X', '371323***********4X'],
    ['371323001001001', '371323001001001'],
  ])('a cell that holds a number: %s → %s', (text, masked) => expect(maskNumberIn(text)).toBe(masked));

  test('masking keeps the length and hides the birth', () => {
    expect(maskIdNumber('371323197412031234')).toBe('371323**********34');
    assert(
      property(
        idNumbers,
        (idNumber) => maskIdNumber(idNumber).length === 18 && !maskIdNumber(idNumber).includes(idNumber.slice(6, 14)),
      ),
    );
  });
});

describe('a number whose middle is hidden', () => {
  test('as we hide it, and as earlier versions did, fits the number it was made of, and the old one', () => {
    assert(
      property(idNumbers, (idNumber) => {
        const old = idNumber.slice(0, 6) + idNumber.slice(8, 17);
        const former = (number: string): string => number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4);
        for (const shown of [maskIdNumber(idNumber), former(idNumber), maskIdNumber(old), former(old)]) {
          const read = readMaskedNumber(shown) ?? '';
          expect(read).toBe(maskIdNumber(shown.length === 15 ? old : idNumber));
          expect(fitsMasked(read, idNumber)).toBe(true);
          expect(fitsMasked(read, idNumber.replace(/^./, idNumber.startsWith('9') ? '8' : '9'))).toBe(false);
        }
      }),
    );
  });

  test.each([
    '371323197412031234',
    '371323****12031234',
    '3713231974********',
    '371323*********234',
    '******************',
    '138****0001',
  ])('nothing else is one: %s', (text) => expect(readMaskedNumber(text)).toBe(null));
});

describe('phones', () => {
  test.each([
    ['15035060152', 'mobile', '15035060152'],
    [15_391_112_395, 'mobile', '15391112395'],
    ['　150 3506-0152', 'mobile', '15035060152'],
    ['+86 15035060152', 'mobile', '15035060152'],
    ['8615035060152', 'mobile', '15035060152'],
    ['１５０３５０６０１５２', 'mobile', '15035060152'],
    ['0539-2251234', 'landline', '0539-2251234'],
    ['(0539)2251234', 'landline', '0539-2251234'],
    ['05392251234', 'landline', '0539-2251234'],
    ['010—66001234', 'landline', '010-66001234'],
    // What is dialled before a mobile of another town is no area code.
    ['013953912345', 'mobile', '13953912345'],
    ['0 139 5391 2345', 'mobile', '13953912345'],
    ['(0139)53912345', 'mobile', '13953912345'],
    ['0139-53912345', 'mobile', '13953912345'],
    ['０１３９５３９１２３４５', 'mobile', '13953912345'],
    ['+86 013953912345', 'mobile', '13953912345'],
    ['018999999999', 'doubtful', '18999999999'],
    ['0139-5391234', 'refused', 'noSuchLine'],
    ['0110-53912345', 'refused', 'noSuchLine'],
    // Three digits are the area code of the largest cities, four that of all others.
    ['02122512345', 'landline', '021-22512345'],
    ['01062251234', 'landline', '010-62251234'],
    ['053-92251234', 'refused', 'noSuchLine'],
    ['0212-2512345', 'refused', 'noSuchLine'],
    ['18999999999', 'doubtful', '18999999999'],
    ['13800000000', 'doubtful', '13800000000'],
    ['13800138000', 'doubtful', '13800138000'],
    ['13812345678', 'doubtful', '13812345678'],
    ['1380000', 'refused', 'length'],
    ['1585390278', 'refused', 'length'],
    ['2251234', 'refused', 'areaCode'],
    ['1.50351E+10', 'refused', 'scientific'],
    ['+86-539-2251234', 'landline', '0539-2251234'],
    ['0086 15035060152', 'mobile', '15035060152'],
    ['(+86)15035060152', 'mobile', '15035060152'],
    ['0539-2251234转8001', 'landline', '0539-2251234-8001'],
    ['0539-2251234-8001', 'landline', '0539-2251234-8001'],
    ['0539-2251234 转 01', 'landline', '0539-2251234-01'],
    ['\u202a15035060152\u202c', 'mobile', '15035060152'],
    ['15035060152\t', 'mobile', '15035060152'],
    ['661234', 'refused', 'short'],
    ['150****0152', 'refused', 'masked'],
    ['150xxxx0152', 'refused', 'masked'],
    ['15035060152（微信）', 'refused', 'characters'],
    ['15035060152/没有', 'refused', 'several'],
    ['150350\ufffd0152', 'refused', 'damaged'],
    ['15035060152/15035060152', 'mobile', '15035060152'],
    ['15035060152、', 'mobile', '15035060152'],
    ['没有', 'refused', 'characters'],
    ['', 'empty', ''],
  ])('%s is %s %s', (raw, kind, value) => {
    const reading = readPhone(raw);
    expect(reading.kind).toBe(kind);
    expect(
      { fault: '', mobile: '', landline: '', ...reading }[
        kind === 'refused' ? 'fault' : kind === 'landline' ? 'landline' : 'mobile'
      ],
    ).toBe(value);
  });
  test.each([
    ['15035060152/13905390002', ['15035060152', '13905390002'], [], []],
    ['15035060152、13905390002', ['15035060152', '13905390002'], [], []],
    ['15035060152\n13905390002', ['15035060152', '13905390002'], [], []],
    ['15035060152 13905390002', ['15035060152', '13905390002'], [], []],
    ['1503506015213905390002', ['15035060152', '13905390002'], [], []],
    ['15035060152，0539-2251234', ['15035060152'], ['0539-2251234'], []],
    ['15035060152/0539-2251234', ['15035060152'], ['0539-2251234'], []],
    ['0539-2251234 15035060152', ['15035060152'], ['0539-2251234'], []],
    ['15035060152/661234', ['15035060152'], [], ['661234']],
    ['013953912345/013953912346', ['13953912345', '13953912346'], [], []],
    ['0139-53912345、0539-2251234', ['13953912345'], ['0539-2251234'], []],
    ['0539-2251234/0539-2251235', [], ['0539-2251234', '0539-2251235'], []],
  ])('%j are several numbers', (raw, mobiles, landlines, short) => {
    expect(readPhone(raw)).toEqual({ kind: 'several', mobiles, landlines, short });
  });
  const other = { mobile: '固定电话', landline: '手机号码', either: '别的' } as const;
  test.each([
    ['mobile', '13800001111 13900002222', '这里只能填一个手机号码，另一个可以写在备注'],
    ['mobile', '13800001111/13900002222/13700003333', '这里只能填一个手机号码，其余的可以写在备注'],
    ['mobile', '13800001111 0539-2251234', '这里只能填一个手机号码，固定电话填在“固定电话”'],
    ['mobile', '13800001111/661234', '这里只能填一个手机号码，另一个可以写在备注'],
    ['mobile', '13800001111/13900002222/0539-2251234', '这里只能填一个手机号码，固定电话填在“固定电话”，另一个可以写在备注'],
    ['mobile', '0539-2251234/0539-2251235', '这里填手机号码，固定电话填在“固定电话”，另一个可以写在备注'],
    ['landline', '0539-2251234/0539-2251235', '这里只能填一个固定电话，另一个可以写在备注'],
    ['landline', '13800001111 0539-2251234', '这里只能填一个固定电话，手机号码填在“手机号码”'],
    ['either', '13800001111 0539-2251234', '有几个号码，请只留一个'],
  ] as const)('a field for one %s says where the others of %s may stand', (of, typed, told) => {
    const reading = readPhone(typed);
    expect(reading.kind === 'several' && severalPhones(reading, of, other[of])).toBe(told);
  });
  test('boards show 3-4-4', () => expect(spacedMobile('15035060152')).toBe('150 3506 0152'));
});

describe('months', () => {
  test.each([
    ['1985.03', '1985-03'],
    ['1985.3', '1985-03'],
    ['1985年3月', '1985-03'],
    ['1985年03月12日', '1985-03'],
    ['1985-3', '1985-03'],
    ['1985/3/9', '1985-03'],
    ['198503', '1985-03'],
    ['19850312', '1985-03'],
    ['１９８５．０３', '1985-03'],
    ['1985-03-12 00:00:00', '1985-03'],
    ['1985.10', '1985-10'],
    ['1985.1', '1985-01'],
    [1985.03, '1985-03'],
    [1985.12, '1985-12'],
    [1985.1, 'ambiguous'],
    [23_682, '1964-11'],
    ['23682', '1964-11'],
    // What is left of 1985.3 without its dot, or the serial of a day in 1954.
    [19_853, 'ambiguous'],
    ['19853', 'ambiguous'],
    ['19850', '1954-05'],
    ['1985一二', 'refused unreadable'],
    [198_503, '1985-03'],
    [1985, 'refused yearOnly'],
    ['1985.13', 'refused noSuchMonth'],
    ['1985.02.30', 'refused noSuchDay'],
    ['1026.03', 'refused farYear'],
    ['85.03', 'refused shortYear'],
    ['3月12日', 'refused noYear'],
    ['昨天', 'refused noYear'],
    ['三月', 'refused unreadable'],
    ['', 'empty'],
    // The day before the time, whatever the time looks like.
    ['2023/7/15 0:00', '2023-07'],
    ['2023/12/31 9:05', '2023-12'],
    ['2023/12/31 23:59:59', '2023-12'],
    ['2023-12-31 上午9:05', '2023-12'],
    ['2023/12/31 下午 11:05:30', '2023-12'],
    ['2023/12/31 9:05 PM', '2023-12'],
    ['12/31/2023 9:05 PM', 'refused unreadable'],
    ['2023-12-31T09:05:00', '2023-12'],
    ['2023-12-31T15:59:00Z', '2023-12'],
    ['2023-12-31T16:00:00Z', '2024-01'],
    ['2023-07-15T09:05:00.000+08:00', '2023-07'],
    ['20230715 09:05', '2023-07'],
    ['2023年7月15日 9时5分', '2023-07'],
    ['2023年7月15日上午9时', '2023-07'],
    ['2023年7月15日9点05分30秒', '2023-07'],
    ['2023-07-15 25:00', 'refused unreadable'],
    // A day of the week says nothing more, unless it says something else.
    ['2023年7月15日星期六', '2023-07'],
    ['2023年7月15日 周六', '2023-07'],
    ['2023-07-15（礼拜六）', '2023-07'],
    ['2023年7月15日 星期六 9:05', '2023-07'],
    ['2023年7月15日星期五', 'refused weekday'],
    // Pieces are never a serial.
    ['2023 7', '2023-07'],
    ['1985 3', '1985-03'],
    ['1985　11', '1985-11'],
    ['1985 3 12', '1985-03'],
    ['19 853', 'refused unreadable'],
    ["'23682", '1964-11'],
    [' 23682 ', '1964-11'],
    [45_122.375, '2023-07'],
    // Four digits are no day of the twenties: 85.03 without its dot.
    [8503, 'refused unreadable'],
    ['8503', 'refused unreadable'],
    ['2019.7-2023.6', 'refused unreadable'],
    ['15/7/2023', 'refused unreadable'],
    ['7/15/23', 'refused shortYear'],
  ])('%s is %s', (raw, outcome) => {
    const reading = readMonth(raw);
    expect(
      reading.kind === 'month' ? reading.month : reading.kind === 'refused' ? `refused ${reading.fault}` : reading.kind,
    ).toBe(outcome);
  });
  test('every month in every form comes back the same', () => {
    assert(
      property(integer({ min: 1930, max: 2026 }), integer({ min: 1, max: 12 }), (year, month) => {
        const long = String(month).padStart(2, '0');
        for (const text of [`${year}.${long}`, `${year}年${month}月`, `${year}-${month}`, `${year}${long}`, `${year}/${month}`])
          expect(readMonth(text)).toMatchObject({ kind: 'month', month: `${year}-${long}` });
      }),
    );
  });
});

test('ages and service are counted on a stated day', () => {
  expect([
    ageOn('1985-03-12', '2026-03-11'),
    ageOn('1985-03-12', '2026-03-12'),
    ageOn('1985-03', '2026-03-01'),
    ageOn('2027-01', '2026-03-01'),
  ]).toEqual([40, 41, 41, null]);
  expect(serviceOn('2016-11', '2026-09-28')).toEqual({ years: 9, months: 10 });
});

test.each([
  ['王秀英', '王秀英'],
  ['罗　玉', '罗玉'],
  [' 王 芳 ', '王芳'],
  ['阿依古丽•买买提', '阿依古丽·买买提'],
  ['徐清清𬱖', '徐清清𬱖'],
  ['㛃㛃', '㛃㛃'],
  ['=cmd|calc', 'refused notAName'],
  ['12', 'refused notAName'],
  ['张三2', 'refused notAName'],
  ['空缺', 'refused vacant'],
  ['一三八·〇〇一三·八〇〇〇', 'refused notAName'],
  ['陆百万', '陆百万'],
  ['丁一', '丁一'],
  ['王', 'refused tooShort'],
  ['沂城街道办事处网格办', 'refused title'],
  ['', 'empty'],
  // Two people in a cell are never one.
  ['王明、李红', 'refused several'],
  ['王明/李红', 'refused several'],
  ['王明／李红', 'refused several'],
  ['王明\n李红', 'refused several'],
  ['王明，李红；张芳', 'refused several'],
  ['冯萍国 褚军静', 'refused several'],
  ['王明　李红', 'refused several'],
  ['王 明 李红', 'refused several'],
  ['王小明 李', 'refused several'],
  ['王明&李红', 'refused several'],
  // One person, spaced.
  ['王 明', '王明'],
  ['王 小 明', '王小明'],
  ['王\n明', '王明'],
  ['欧阳 修', '欧阳修'],
  ['司马 相如', '司马相如'],
  ['王 明 李 红', 'doubtful 王明李红'],
  ['王明李红', 'doubtful 王明李红'],
  ['欧 阳 文 林', '欧阳文林'],
  ['司马光林', '司马光林'],
  ['李光耀华', '李光耀华'],
  // Long ones are asked about, with a dot they aren't.
  ['库尔班江买买提', 'doubtful 库尔班江买买提'],
  ['古丽巴哈尔阿不都热合曼', 'doubtful 古丽巴哈尔阿不都热合曼'],
  ['阿不都热合曼·买买提江', '阿不都热合曼·买买提江'],
  ['阿卜杜热合曼·麦麦提吐尔逊', '阿卜杜热合曼·麦麦提吐尔逊'],
  ['阿不都热合曼·买买提江买买提', 'doubtful 阿不都热合曼·买买提江买买提'],
  ['王'.repeat(21), 'refused tooLong'],
  ['Maria  Garcia', 'doubtful Maria Garcia'],
  ["O'Neil Jean-Luc", "doubtful O'Neil Jean-Luc"],
  ['ＪＯＨＮ', 'doubtful JOHN'],
  // What stands beside a name isn't it.
  ['王明（组长）', 'corrected 王明'],
  ['王明(兼)', 'corrected 王明'],
  ['张三（女）', 'corrected 张三'],
  ['王明先生', 'corrected 王明'],
  ['王女士', 'refused title'],
  ['王主任', 'refused title'],
  ['网格员王明', 'refused title'],
  ['王明13953912345', 'refused number'],
  ['王某某', 'refused masked'],
  ['李某', 'refused masked'],
  ['王*明', 'refused notAName'],
  // Nobody is there.
  ...[
    '待聘',
    '招聘中',
    '正在招聘',
    '缺员',
    '未定',
    '虚位',
    '新招',
    '尚未配备',
    '暂缺',
    '空 缺',
    '空岗',
    '缺编',
    '待招聘',
    '拟招聘',
    '未到岗',
    '暂未配备',
    '暂未到位',
    '网格员空缺',
    '人员待定',
    '目前空缺',
    '现空缺',
    '岗位空缺',
    '还没招',
    '正在重新选聘',
    '待配备网格员',
    '公开招聘中',
    '补招',
    '缺',
    '无人',
  ].map((word): [string, string] => [word, 'refused vacant']),
  // What becomes of somebody is no name.
  ...['休产假', '产假', '休假', '病假', '借调', '抽调', '王明借调', '王明（休产假）'].map((word): [string, string] => [
    word,
    word.startsWith('王明（') ? 'corrected 王明' : 'refused title',
  ]),
  // More than a name, or a name that has such a character.
  ['王明兼', 'doubtful 王明兼'],
  ['王明副', 'doubtful 王明副'],
  ['由王明代', 'doubtful 由王明代'],
  ['王明妻', 'doubtful 王明妻'],
  ['王明爱人', 'doubtful 王明爱人'],
  ['王明代管', 'doubtful 王明代管'],
  ['王明（代）', 'corrected 王明'],
  ['代小红', '代小红'],
  ['李代', '李代'],
  ['尚未', '尚未'],
  ['尚定', '尚定'],
  ['招聘', 'refused vacant'],
  ['招远', '招远'],
  ['安排', '安排'],
  ['补玉', '补玉'],
  // Other codes of a character, and private ones.
  ['⽅芳', '方芳'],
  ['⻢东', '马东'],
  ['王\u200b明', '王明'],
  ['葛\u{e0100}明', '葛明'],
  ['王﨑', '王﨑'],
  ['李\ue863', 'corrected 李䶮'],
  ['李\ue000', 'doubtful 李\ue000'],
  ['王\ufffd', 'refused damaged'],
  ['王\ud842', 'refused damaged'],
  // What says nothing.
  ['#N/A', 'refused placeholder'],
  ['NULL', 'refused placeholder'],
  ['None', 'refused placeholder'],
  ['0', 'refused placeholder'],
  [0, 'refused placeholder'],
  ['同上', 'refused placeholder'],
  ['/', 'refused placeholder'],
  ['暂无', 'refused placeholder'],
])('the name %s is %s', (raw, outcome) => {
  const reading = readName(raw);
  const said = {
    empty: () => 'empty',
    name: () => (reading.kind === 'name' ? reading.name : ''),
    doubtful: () => (reading.kind === 'doubtful' ? `${reading.corrected ? 'corrected' : 'doubtful'} ${reading.name}` : ''),
    refused: () => (reading.kind === 'refused' ? `refused ${reading.fault}` : ''),
  }[reading.kind]();
  expect(said).toBe(outcome);
});

const families =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文代尚招由安时单解仇';
const givenNames =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉华建国红梅鹏辉鑫宇波斌莉萍燕春生志文新海云峰丹萌招弟夫子定安宁补正休';

test('nobody whose name is of ordinary characters is refused or asked about', () => {
  const family = constantFrom(...Array.from(families));
  const given = array(constantFrom(...Array.from(givenNames)), { minLength: 1, maxLength: 2 });
  assert(
    property(family, given, constantFrom('', ' ', '　'), (surname, marks, blank) => {
      expect(readName([surname, ...marks].join(blank))).toEqual({ kind: 'name', name: [surname, ...marks].join('') });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['无', 'none'],
  ['/', 'none'],
  ['—', 'none'],
  ['——', 'none'],
  [' - ', 'none'],
  ['暂无', 'none'],
  ['待定', 'none'],
  ['无固定电话', 'none'],
  ['空', 'none'],
  ['N/A', 'none'],
  ['（无）', 'none'],
  ['Ｎ／Ａ', 'none'],
  ['／', 'none'],
  ['～', 'none'],
  ['#N/A', 'error'],
  ['#REF!', 'error'],
  ['#VALUE!', 'error'],
  ['#NAME?', 'error'],
  ['#DIV/0!', 'error'],
  ['########', 'error'],
  ['Err:502', 'error'],
  ['NULL', 'error'],
  ['nan', 'error'],
  ['None', 'error'],
  ['undefined', 'error'],
  ['=VLOOKUP(A2,B:C,2,0)', 'error'],
  ['=DISPIMG("ID_1",1)', 'error'],
  ['同上', 'ditto'],
  ['〃', 'ditto'],
  ['0', 'zero'],
  ['０.０', 'zero'],
  ['', null],
  ['无为村', null],
  ['无党派人士', null],
  ['空军', null],
  ['X', 'none'],
  ['1', null],
  ['10', null],
])('%j says %s', (text, nothing) => expect(nothingIn(text)).toBe(nothing));

test('area codes say the kind', () => {
  expect(['371323001001', '371323001199', '371323001200', '371323001268001', '371323001000', '12'].map(kindOfAreaCode)).toEqual([
    'urban',
    'urban',
    'rural',
    'rural',
    null,
    null,
  ]);
});

describe('pinyin', () => {
  test.each([
    ['王秀英', true, 'wxy', 'wangxiuying'],
    ['单雄信', true, 'sxx', 'shanxiongxin'],
    ['仇英', true, 'qy', 'qiuying'],
    ['解小东', true, 'xxd', 'xiexiaodong'],
    ['曾国藩', true, 'zgf', 'zengguofan'],
    ['任我行', true, 'rwx', 'renwoxing'],
    ['尉迟恭', true, 'ycg', 'yuchigong'],
    ['吕秀', true, 'lx', 'lvxiu'],
    ['解家官庄村', false, 'jjgzc', 'jiejiaguanzhuangcun'],
    ['幸福小区7期', false, 'xfxq7q', 'xingfuxiaoqu7qi'],
    ['', true, '', ''],
  ])('%s', (name, surname, initials, whole) => expect(pinyinOf(name, { surname })).toEqual({ initials, pinyin: whole }));
  test('whatever the name, only a–z and 0–9 come out', () => {
    assert(
      property(string({ unit: 'binary' }), boolean(), (name, surname) => {
        const { initials, pinyin } = pinyinOf(name, { surname });
        expect(initials + pinyin).toMatch(/^[a-z0-9]*$/);
      }),
    );
  });
});
