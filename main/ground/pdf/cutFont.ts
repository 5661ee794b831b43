// Cuts an OpenType font with CFF outlines down to some characters: the same glyphs and widths, in a file of their own. The build cuts the
// fonts that pages are drawn with; a printed sheet takes along those of its own characters, so that the window draws it with the very
// glyphs of the PDF.
import { create } from 'fontkit';
import { cmapOf, readTables, type Tables, writeTables } from './sfnt.ts';

/** A table that every OpenType font has. */
function tableOf(tables: Tables, name: string): Buffer {
  const table = tables.get(name);
  if (!table) throw new Error(`the font has no table ${name}`);
  return table;
}

/** Each glyph's advance and left side, as the source has it. */
function metricsOf(tables: Tables, glyphs: readonly number[]): Buffer {
  const metrics = tableOf(tables, 'hmtx');
  const whole = tableOf(tables, 'hhea').readUInt16BE(34);
  const kept = Buffer.alloc(glyphs.length * 4);
  for (const [index, glyph] of glyphs.entries()) {
    // The last ones share one advance and have only their left sides.
    metrics.copy(kept, index * 4, Math.min(glyph, whole - 1) * 4, Math.min(glyph, whole - 1) * 4 + 4);
    if (glyph >= whole) metrics.copy(kept, index * 4 + 2, whole * 4 + (glyph - whole) * 2, whole * 4 + (glyph - whole) * 2 + 2);
  }
  return kept;
}

export type CuttableFont = {
  characters: readonly number[];
  /** In the font's units. */
  width: (code: number) => number;
  /** Without the tables that shape a line. @param codes ascending code points that the font has */
  cut: (codes: readonly number[]) => Buffer;
};

/** @param file the font's bytes */
export function openFont(file: Buffer): CuttableFont {
  const font = create(file);
  const tables = readTables(file);
  return {
    characters: font.characterSet,
    width: (code) => font.glyphForCodePoint(code).advanceWidth,
    cut(codes) {
      const subset = font.createSubset();
      // The one broken number of the source: fontkit ends it in a way that browsers refuse. Left out, it is 0.
      subset.cff.topDict.CIDFontVersion = 0;
      const glyphs = codes.map((code) => [code, subset.includeGlyph(font.glyphForCodePoint(code).id)] as const);
      const [maximum, across] = [Buffer.from(tableOf(tables, 'maxp')), Buffer.from(tableOf(tables, 'hhea'))];
      maximum.writeUInt16BE(subset.glyphs.length, 4);
      across.writeUInt16BE(subset.glyphs.length, 34);
      const kept = ['OS/2', 'head', 'name', 'post'].map((name) => [name, tableOf(tables, name)] as const);
      return writeTables(
        new Map([
          ...kept,
          ['CFF ', Buffer.from(subset.encode())],
          ['cmap', cmapOf(glyphs)],
          ['hhea', across],
          ['hmtx', metricsOf(tables, subset.glyphs)],
          ['maxp', maximum],
        ]),
      );
    },
  };
}
