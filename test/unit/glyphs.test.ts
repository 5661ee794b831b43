// What is known of the fonts that pages are drawn with: the committed table is that of the font files, and the files made for the
// program hold those glyphs.
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { fontFile } from '../../main/ground/pdf/fonts.ts';
import { glyphWidthTable as written } from '../../renderer/fonts/printFonts.build.ts';
import { glyphWidth, lacking, textWidth } from '../../shared/drawing/glyphs.ts';
import { glyphWidthTable } from '../../shared/drawing/glyphWidthTable.ts';

test('the committed widths are those of the font files', () => {
  const text = written();
  for (const ranges of Object.values(glyphWidthTable)) expect(text).toContain(`'${ranges}'`);
});

test('the fonts made for the program have the same characters in the same widths, and no table that shapes lines', () => {
  for (const weight of [400, 700] as const) {
    const font = create(readFileSync(fontFile(weight)));
    expect(font.characterSet.length).toBeGreaterThan(30_000);
    const other = font.characterSet.filter(
      (code) => glyphWidth(code, weight) !== font.glyphForCodePoint(code).advanceWidth / 1000,
    );
    expect(other).toEqual([]);
    expect(glyphWidth(0xac00, weight)).toBeNull();
    const file = readFileSync(fontFile(weight));
    const tables = Array.from({ length: file.readUInt16BE(4) }, (_, index) =>
      file.toString('latin1', 12 + index * 16, 16 + index * 16),
    );
    expect(tables).toEqual(['CFF ', 'OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post']);
  }
});

test('a Chinese character is as wide as it is high, a digit a little over half', () => {
  expect(textWidth('沂城街道', 400)).toBe(4);
  expect(textWidth('0123456789', 400)).toBeCloseTo(5.55);
  expect(textWidth('', 700)).toBe(0);
});

test('names with rare characters can be drawn, and what can’t is named', () => {
  expect(lacking('王㛃𬱖䶮𠮷·古丽娜 Ⅻ㎡（）“”—…')).toBeNull();
  expect(lacking('王😀')).toBe('😀');
  expect(lacking('\ue863村')).toBe('\ue863');
  expect(lacking('\u{31350}')).toBe('\u{31350}');
});
