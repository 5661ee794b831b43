// Made-up rosters of any size as sheets, for tests and benches: right ID numbers, one community for every hundred grids.
import { addDays } from '../../shared/rules/day.ts';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';

export const rosterTitles = ['姓名', '身份证号', '联系电话', '社区', '小区', '网格编码', '出生年月', '文化程度', '用工来源'];

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '英华玉秀兰霞敏静丽强磊军洋勇艳杰娟涛明超';

const pick = (text: string, index: number): string => text[index % text.length] ?? '';

/** The person of one row, the same for the same number. */
export function rosterRow(number: number): string[] {
  const birth = addDays('1960-01-01', (number * 7) % 14_000);
  const digits = `371323${birth.replaceAll('-', '')}${String(Math.floor(number / 2000) + 1).padStart(3, '0')}`;
  const community = Math.floor(number / 100) + 1;
  const code = `371323001${String(200 + community).padStart(3, '0')}`;
  const name = pick(surnames, number) + pick(given, Math.floor(number / 20)) + pick(given, Math.floor(number / 400));
  return [
    name,
    digits + checkCharacterOf(digits),
    `1${3 + (number % 7)}${String(512_340_067 + number * 7919).padStart(9, '0')}`,
    `${pick(surnames, community)}家庄${community}村`,
    `${pick(given, number)}苑${number}期`,
    `${code}${String((number % 100) + 1).padStart(3, '0')}`,
    birth.slice(0, 7).replace('-', '.'),
    ['初中', '高中', '大专', '本科'][number % 4] ?? '',
    number % 3 === 0 ? '街道招聘' : '社区（村居）推荐',
  ];
}

/** A header and `count` people. */
export const rosterSheet = (count: number): string[][] => [
  rosterTitles,
  ...Array.from({ length: count }, (_, number) => rosterRow(number)),
];
