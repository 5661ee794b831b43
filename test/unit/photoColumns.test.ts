// Which column of a roster holds the photos: only where that is plain.
import { expect, test } from 'vitest';
import { proposePhotoColumn } from '../../shared/imports/photos.ts';
import { columnLetters } from '../../shared/rules/columnLetters.ts';

const columns = (...titles: string[]) =>
  titles.map((title, column) => ({ column: String(column), letters: columnLetters(column), title, count: 1 }));

test.each([
  [['照片'], 0],
  [['一寸照'], 0],
  [['签名', '免冠照'], 1],
  [['近期证件照', ''], 0],
  [['身份证照片', '照片'], 1],
  [['头像（电子版）'], 0],
  [[''], 0],
  [['', ''], null],
  [['签名'], null],
  [['身份证照片'], null],
  [['签名', ''], null],
  [['照片', '近照'], null],
  [['备注'], null],
  [[], null],
] as [string[], number | null][])('%j', (titles, column) =>
  expect(proposePhotoColumn(columns(...titles))).toBe(column === null ? null : String(column)),
);

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [249, 'IP'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (column, letters) => expect(columnLetters(column)).toBe(letters));
