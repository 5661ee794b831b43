// The fonts that pages are drawn with: Source Han Sans SC without what Chinese office text can't need (Hangul, and the tables that
// shape a line, which cost a writer of PDF most of its time). Cut once, kept in node_modules/.cache, and put beside the built program.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { type CuttableFont, openFont } from '../../main/ground/pdf/cutFont.ts';
import { compactRanges } from '../../shared/rules/characters.ts';
import { sourceHanFile } from './slices.build.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The program reads them here when it runs from source: main/ground/pdf/fonts.ts. */
const folder = path.join(root, 'node_modules/.cache/print-fonts');

const printWeights = [400, 700] as const;
type PrintWeight = (typeof printWeights)[number];

const hangul = [
  [0x1100, 0x11ff],
  [0x3130, 0x318f],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xffa0, 0xffdf],
] as const;

const isNeeded = (code: number): boolean => code >= 0x20 && hangul.every(([first, last]) => code < first || code > last);

const codesOf = (font: CuttableFont): number[] => font.characters.filter(isNeeded).toSorted((a, b) => a - b);

function cut(weight: PrintWeight): Buffer {
  const font = openFont(readFileSync(sourceHanFile(weight)));
  return font.cut(codesOf(font));
}

/** Makes the fonts where they aren't those of today's package and recipe. Takes seconds, once. */
export function makePrintFonts(): void {
  const recipe = ['renderer/fonts/printFonts.build.ts', 'main/ground/pdf/cutFont.ts', 'main/ground/pdf/sfnt.ts'].map((file) =>
    readFileSync(path.join(root, file)),
  );
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
  const font = openFont(readFileSync(sourceHanFile(weight)));
  const byWidth = Map.groupBy(codesOf(font), font.width);
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
