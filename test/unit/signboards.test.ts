// The boards' pure rules: character sets, which font has what, what the QR code says, what a photo's resolution is.
import { assert, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { compactRanges, readRanges, unicodeRange } from '../../shared/rules/characters.ts';
import { type BoardFace, boardContact, isPrintable, problemText } from '../../shared/signboards.ts';
import { isSharp } from '../../shared/photoSharpness.ts';
import { boardSizes, boardUnit } from '../../shared/boardSizes.ts';
import { coverage } from '../../main/rooms/signboards/problems.ts';
import * as table from '../../main/rooms/signboards/coverageTable.ts';
import { coverageTable } from '../../renderer/fonts/slices.build.ts';
import { newOfficeSettings } from '../../shared/settings.ts';

const face = (change: Partial<BoardFace> = {}, name = '王秀英'): BoardFace => ({
  ...newOfficeSettings.board,
  gridId: 1,
  street: '沂城街道',
  place: '阳东街社区',
  gridName: '第一网格',
  gridCode: '371323001001001',
  role: '专职网格员',
  worker: { id: 1, name, mobile: '13805390001', photo: null },
  area: '全部楼栋',
  ...change,
});

test('a character set comes back as it was written', () => {
  assert(
    property(uniqueArray(integer({ min: 0x20, max: 0x2ffff })), integer({ min: 0, max: 0x30000 }), (codes, other) => {
      const sorted = codes.toSorted((a, b) => a - b);
      const set = readRanges(compactRanges(sorted));
      return sorted.every((code) => set.has(code)) && set.has(other) === codes.includes(other);
    }),
  );
  expect(unicodeRange([0x4e00, 0x4e01, 0x4e02, 0x9fa5])).toBe('U+4e00-4e02,U+9fa5');
});

test('the committed coverage is what the shipped fonts hold', () => {
  const written = coverageTable();
  expect(written).toContain(`'${table.commonCharacters}'`);
  expect(written).toContain(`'${table.rareCharacters}'`);
});

test('every character of the sample words is covered, rare names by the rare font, and the rest is named', () => {
  expect(coverage(face())).toEqual({ rare: '', uncovered: '' });
  expect(coverage(face({}, '王㛃𬱖䶮'))).toEqual({ rare: '㛃𬱖䶮', uncovered: '' });
  expect(coverage(face({}, '王😀'))).toMatchObject({ uncovered: '😀' });
  // The private-use characters that old input methods made up.
  expect(coverage(face({ area: '\ue863村' })).uncovered).toBe('\ue863');
});

test('the QR code is a contact of the worker, without what a board may not carry', () => {
  expect(boardContact(face()).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:王秀英',
    'FN:王秀英',
    'ORG:沂城街道第一网格',
    'TEL;TYPE=CELL:13805390001',
    'END:VCARD',
  ]);
  expect(boardContact(face({}, '艾力,买买提;'))).toContain('FN:艾力\\,买买提\\;');
  expect(boardContact(face({ worker: null }))).toBe('');
});

test('resolution is counted at the printed width', () => {
  expect([294, 295].map((width) => isSharp(width, boardSizes.a4))).toEqual([false, true]);
  expect(isSharp(600, boardSizes.a3)).toBe(true);
  expect(isSharp(600, boardSizes['600x900'])).toBe(false);
  expect(boardUnit(boardSizes['600x900'])).toBeCloseTo(600 / 210);
});

test('a coarse photo passes only when the person says so', () => {
  const coarse = { kind: 'lowPpi' } as const;
  expect(problemText(coarse)).toBe('照片偏小，印出略有模糊');
  expect(isPrintable([coarse])).toBe(false);
  expect(isPrintable([coarse], true)).toBe(true);
  expect(isPrintable([coarse, { kind: 'noMobile' }], true)).toBe(false);
  expect(isPrintable([{ kind: 'noHotline' }, { kind: 'rare', characters: '㛃' }])).toBe(true);
});
