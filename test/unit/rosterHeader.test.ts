// Finding sheet, header, columns and people by itself, on layouts that offices really use.
import { expect, test } from 'vitest';
import { type Book, type CellValue, type Merge, plainSheet, type ReadSheet } from '../../main/ground/excel/book.ts';
import { findHeader, findSheet, titlesOf } from '../../main/rooms/imports/header.ts';
import { sortRows } from '../../main/rooms/imports/peopleRows.ts';
import { proposeColumns } from '../../shared/imports/fields.ts';
import { rosterRow, rosterSheet } from '../harness/roster.ts';

const sheet = (rows: CellValue[][], merges: Merge[] = [], name = 'Sheet1'): ReadSheet => plainSheet(name, rows, { merges });
const merge = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Merge => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});
const person = (number: number): CellValue[] => rosterRow(number).slice(0, 4);

test('a header at row nine, below titles of every kind', () => {
  const titles = Array.from({ length: 8 }, (_, index): CellValue[] =>
    index % 2 ? [] : [`沂城街道 2026 年 ${index} 说明：姓名以身份证为准`],
  );
  const found = sheet([...titles, ['序号', '姓名', '身份证号码', '手机号'], [1, ...person(1).slice(0, 3)]]);
  expect(findHeader(found)).toMatchObject({ firstRow: 8, lastRow: 8 });
});

test('a three-row header, merged over three columns', () => {
  const found = sheet(
    [
      ['花名册'],
      ['序号', '专职网格员', null, null, '所在网格', null],
      [null, '基本情况', null, '联系', '社区', '网格编码'],
      [null, '姓名', '身份证号', '手机号码', null, null],
      [1, '李永建', '371323196309069659', '15035060152', '阳东街社区', '371323001001001'],
    ],
    [
      merge(0, 0, 0, 5),
      merge(1, 0, 3, 0),
      merge(1, 1, 1, 3),
      merge(2, 1, 2, 2),
      merge(1, 4, 1, 5),
      merge(2, 4, 3, 4),
      merge(2, 5, 3, 5),
    ],
  );
  const header = findHeader(found);
  expect(header).toMatchObject({ firstRow: 1, lastRow: 3 });
  expect(header && titlesOf(found, header)).toEqual([
    '序号',
    '专职网格员/基本情况/姓名',
    '专职网格员/基本情况/身份证号',
    '专职网格员/联系/手机号码',
    '所在网格/社区',
    '所在网格/网格编码',
  ]);
});

test('a two-row header whose merges a CSV has lost', () => {
  const found = sheet([
    ['序号', '村居', '基本情况', null, '联系电话'],
    [null, null, '姓名', '身份证号', null],
    ['1', '阳东街社区', '李永建', '371323196309069659', '15035060152'],
  ]);
  const header = findHeader(found);
  expect(header && proposeColumns(titlesOf(found, header))).toEqual([null, 'community', 'name', 'idNumber', 'mobile']);
});

test('the roster is found among other sheets, a hidden one last', () => {
  const book: Book = {
    kind: 'xlsx',
    encoding: null,
    sheets: [
      sheet([['填表说明：姓名、身份证号必填']], [], '说明'),
      { ...sheet(rosterSheet(20), [], '旧表'), hidden: true },
      sheet(rosterSheet(5), [], '花名册'),
    ],
  };
  expect(findSheet(book)).toEqual({ sheet: 2, header: { firstRow: 0, lastRow: 0 } });
});

test('a sheet without a roster has no header', () => {
  expect(
    findHeader(
      sheet([
        ['一', '二'],
        ['三', '四'],
      ]),
    ),
  ).toBeNull();
});

test('what is no person is left out with its reason', () => {
  const rows: CellValue[][] = [
    ['序号', '姓名', '身份证号', '联系电话', '备注'],
    ['1', '2', '3', '4', '5'],
    [null, '必填', '18 位，文本格式', '11 位', '选填'],
    [1, ...person(1).slice(0, 3), '注：已核对'],
    [],
    [2],
    [null, '小计', 1],
    ['序号', '姓名', '身份证号', '联系电话', '备注'],
    [3, '张三'],
    ['合 计', null, null, 2],
    ['单位负责人：', null, null, '联系电话：0539-2250000'],
    ['填报日期：2019年12月31日'],
  ];
  const { people, leftOut } = sortRows(sheet(rows), { firstRow: 0, lastRow: 0 }, [null, 'name', 'idNumber', 'mobile', 'note']);
  expect(people).toEqual([3, 8]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'header',
    'remark',
    'remark',
    'blank',
    'blank',
    'total',
    'repeatedHeader',
    'total',
    'signature',
    'signature',
  ]);
});
