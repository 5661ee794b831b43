// Finding sheet, header, columns and people by itself, on layouts that offices really use.
import { expect, test } from 'vitest';
import { type Book, type CellValue, type Merge, plainSheet, type ReadSheet } from '../../main/ground/excel/book.ts';
import { noPictures } from '../../main/ground/excel/pictures.ts';
import { findHeader, titlesOf } from '../../main/rooms/imports/header.ts';
import { sortRows } from '../../main/rooms/imports/peopleRows.ts';
import { FileTables } from '../../main/rooms/imports/fileTables.ts';
import { findTables } from '../../main/rooms/imports/tables.ts';
import { mixedOwners, proposeColumns } from '../../shared/imports/titles.ts';
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
    pictures: noPictures(),
    sheets: [
      sheet([['填表说明：姓名、身份证号必填']], [], '说明'),
      { ...sheet(rosterSheet(20), [], '旧表'), hidden: true },
      sheet(rosterSheet(5), [], '花名册'),
    ],
  };
  const tables = new FileTables(book, () => null);
  expect(tables.read.map(({ table }) => table)).toMatchObject([{ sheet: 2, header: { firstRow: 0, lastRow: 0 } }]);
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
  const found = sheet(rows);
  const [table] = findTables(found, 0);
  if (!table) throw new Error('no table');
  const { people, leftOut } = sortRows(found, table, [null, 'name', 'idNumber', 'mobile', 'note']);
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

test.each<[titles: string[], fields: unknown[]]>([
  [
    ['专职网格员姓名', '员工姓名', '村（社区）名称', '所属村（社区）'],
    ['name', null, 'community', null],
  ],
  [
    ['出生地', '出生年月', '户籍地', '身份证住址', '手机型号'],
    [null, 'birthMonth', null, null, null],
  ],
  [
    ['姓名', '身份证号（18位）', '联系电话*', '1.性别'],
    ['name', 'idNumber', 'mobile', 'sex'],
  ],
  [
    ['姓名', '联系电话（家属）', '紧急联系人电话', '社区联系电话', '物业电话'],
    ['name', null, null, null, null],
  ],
  [
    ['网格长', '联系电话', '专职网格员', '联系电话'],
    [null, null, 'name', 'mobile'],
  ],
  [
    ['网格长姓名', '网格长电话', '姓名', '电话'],
    [null, null, 'name', 'mobile'],
  ],
  [
    ['网格长/姓名', '网格长/联系电话', '专职网格员/姓名', '专职网格员/身份证号', '专职网格员/联系电话'],
    [null, null, 'name', 'idNumber', 'mobile'],
  ],
  [
    ['社区/名称', '社区/联系电话', '物业公司/名称', '物业公司/联系电话', '姓名'],
    ['community', null, 'propertyCompany', null, 'name'],
  ],
  [
    ['村书记/姓名', '村书记/电话', '网格员/姓名', '网格员/电话'],
    [null, null, 'name', 'mobile'],
  ],
  [
    ['姓名', '政治面貌（党员／群众）', '是否原计生专职查访员（是／否）', '联系电话（本人／家属）'],
    ['name', 'politics', 'formerFamilyPlanning', null],
  ],
])('the whole title decides, and the group: %j', (titles, fields) => {
  expect(proposeColumns(titles)).toEqual(fields);
});

test('a hidden column stands back behind one that is seen', () => {
  expect(proposeColumns(['姓名', '联系电话', '联系电话'], new Set([1]))).toEqual(['name', null, 'mobile']);
  expect(proposeColumns(['姓名', '联系电话'], new Set([1]))).toEqual(['name', 'mobile']);
});

test('what says who a row is comes from one person, else it is asked', () => {
  const titles = ['网格长/姓名', '网格长/联系电话', '专职网格员/姓名', '专职网格员/身份证号'];
  expect(mixedOwners(titles, [null, null, 'name', 'idNumber'])).toBeNull();
  expect(mixedOwners(titles, ['name', null, null, 'idNumber'])).toBe('姓名取自“网格长”，身份证号取自“网格员”');
  expect(mixedOwners(titles, ['name', 'mobile', null, null])).toBe('姓名、手机号码取自“网格长”');
  expect(mixedOwners(['甲/姓名', '乙/身份证号'], ['name', 'idNumber'])).not.toBeNull();
  expect(mixedOwners(['基本情况/姓名', '联系方式/手机'], ['name', 'mobile'])).toBeNull();
});
