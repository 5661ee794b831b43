// The fonts that pages are drawn with: Source Han Sans SC without what Chinese office text can't need (Hangul, and the tables that
// shape a line, which cost a writer of PDF most of its time). Cut once, kept in node_modules/.cache, and put beside the built program.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import type { Plugin } from 'vite';
import { compactRanges } from '../../shared/rules/characters.ts';
import { cmapOf, readTables, type Tables, writeTables } from './sfnt.build.ts';
import { sourceHanFile } from './slices.build.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The program reads them here when it runs from source: main/ground/pdf/fonts.ts. */
const folder = path.join(root, 'node_modules/.cache/print-fonts');

export const printWeights = [400, 700] as const;
type PrintWeight = (typeof printWeights)[number];

const hangul = [
  [0x1100, 0x11ff],
  [0x3130, 0x318f],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xffa0, 0xffdf],
] as const;

const isNeeded = (code: number): boolean => code >= 0x20 && hangul.every(([first, last]) => code < first || code > last);

type Source = { tables: Tables; font: ReturnType<typeof create>; codes: number[] };

function sourceOf(weight: PrintWeight): Source {
  const file = readFileSync(sourceHanFile(weight));
  const font = create(file);
  return { tables: readTables(file), font, codes: font.characterSet.filter(isNeeded).toSorted((a, b) => a - b) };
}

/** A table that every OpenType font has. */
function tableOf({ tables }: Source, name: string): Buffer {
  const table = tables.get(name);
  if (!table) throw new Error(`the font has no table ${name}`);
  return table;
}

/** Each glyph's advance and left side, as the source has it. */
function metricsOf(source: Source, glyphs: readonly number[]): Buffer {
  const metrics = tableOf(source, 'hmtx');
  const whole = tableOf(source, 'hhea').readUInt16BE(34);
  const kept = Buffer.alloc(glyphs.length * 4);
  for (const [index, glyph] of glyphs.entries()) {
    // The last ones share one advance and have only their left sides.
    metrics.copy(kept, index * 4, Math.min(glyph, whole - 1) * 4, Math.min(glyph, whole - 1) * 4 + 4);
    if (glyph >= whole) metrics.copy(kept, index * 4 + 2, whole * 4 + (glyph - whole) * 2, whole * 4 + (glyph - whole) * 2 + 2);
  }
  return kept;
}

function cut(weight: PrintWeight): Buffer {
  const source = sourceOf(weight);
  const subset = source.font.createSubset();
  const glyphs = source.codes.map((code) => [code, subset.includeGlyph(source.font.glyphForCodePoint(code).id)] as const);
  const [maximum, across] = [Buffer.from(tableOf(source, 'maxp')), Buffer.from(tableOf(source, 'hhea'))];
  maximum.writeUInt16BE(subset.glyphs.length, 4);
  across.writeUInt16BE(subset.glyphs.length, 34);
  const kept = ['OS/2', 'head', 'name', 'post'].map((name) => [name, tableOf(source, name)] as const);
  return writeTables(
    new Map([
      ...kept,
      ['CFF ', Buffer.from(subset.encode())],
      ['cmap', cmapOf(glyphs)],
      ['hhea', across],
      ['hmtx', metricsOf(source, subset.glyphs)],
      ['maxp', maximum],
    ]),
  );
}

/** Makes the fonts where they aren't those of today's package and recipe. Takes seconds, once. */
export function makePrintFonts(): void {
  const recipe = ['printFonts.build.ts', 'sfnt.build.ts'].map((name) => readFileSync(path.join(import.meta.dirname, name)));
  const version = readFileSync(path.join(root, 'node_modules/node-source-han-sans-sc/package.json'));
  const key = createHash('sha256')
    .update(Buffer.concat([...recipe, version]))
    .digest('hex');
  const note = path.join(folder, 'made-by.txt');
  if (existsSync(note) && readFileSync(note, 'utf8') === key) return;
  mkdirSync(folder, { recursive: true });
  for (const weight of printWeights) {
    const file = path.join(folder, `${weight}.otf`);
    writeFileSync(`${file}.part`, cut(weight));
    renameSync(`${file}.part`, file);
  }
  writeFileSync(note, key);
}

/** Puts the fonts beside the built program, as fonts/400.otf. */
export function printFontsPlugin(): Plugin {
  return {
    name: 'print-fonts',
    applyToEnvironment: ({ name }) => name === 'main',
    buildStart: makePrintFonts,
    generateBundle() {
      for (const weight of printWeights)
        this.emitFile({
          type: 'asset',
          fileName: `fonts/${weight}.otf`,
          source: readFileSync(path.join(folder, `${weight}.otf`)),
        });
    },
  };
}

/** `width:ranges` for each width of a weight's glyphs, in thousandths of the size. */
function widthsOf(weight: PrintWeight): string {
  const { font, codes } = sourceOf(weight);
  const byWidth = Map.groupBy(codes, (code) => font.glyphForCodePoint(code).advanceWidth);
  return [...byWidth]
    .sort(([one], [other]) => one - other)
    .map(([width, same]) => `${width}:${compactRanges(same)}`)
    .join(';');
}

/** The text of shared/drawing/glyphWidthTable.ts. */
export const glyphWidthTable =
  (): string => `// Generated from the fonts that pages are drawn with, by renderer/fonts/write-tables.build.ts; a test compares it with them. The
// characters they have, by their width in thousandths of the size: \`width:ranges;…\`, ranges as in shared/rules/characters.ts.

export const glyphWidthTable = {
${printWeights.map((weight) => `  ${weight}:\n    '${widthsOf(weight)}',\n`).join('')}} as const;
`;
