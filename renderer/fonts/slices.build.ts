// What the shipped fonts hold, read from the font files themselves. Noto Sans SC comes in some hundred slices a weight, each
// fetched by the browser only when a character of its range appears; what it lacks is cut out of Source Han Sans SC (the same
// design, but CFF, hence Type 3 in a PDF) into slices of their own. Runs at build time and in tests only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create } from 'fontkit';
import { compactRanges } from '../../shared/rules/characters.ts';

const require = createRequire(import.meta.url);
const notoFolder = path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));
const sourceHanFolder = path.dirname(require.resolve('node-source-han-sans-sc/package.json'));

export const weights = [400, 700, 900] as const;
export type Weight = (typeof weights)[number];

/** The same three weights of the rare font. */
export const sourceHanFile = (weight: Weight): string =>
  path.join(sourceHanFolder, `SourceHanSansSC-${{ 400: 'Regular', 700: 'Bold', 900: 'Heavy' }[weight]}.otf`);

export type Slice = { file: string; codes: number[] };

const charactersOf = (file: string): number[] => create(readFileSync(file)).characterSet;

const parseRange = (text: string): Set<number> => {
  const codes = new Set<number>();
  for (const part of text.split(',')) {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) codes.add(code);
  }
  return codes;
};

/** The slices of one weight, each with the characters it is asked for and really has. */
export function notoSlices(weight: Weight): Slice[] {
  const css = readFileSync(path.join(notoFolder, `${weight}.css`), 'utf8');
  const taken = new Set<number>();
  return [...css.matchAll(/url\(\.\/files\/([^)]+\.woff2)\)[^}]*unicode-range:\s*([^;]+);/g)].map(([, name = '', range = '']) => {
    const file = path.join(notoFolder, 'files', name);
    const asked = parseRange(range);
    const codes = charactersOf(file).filter((code) => asked.has(code) && code > 0x1f && !taken.has(code));
    for (const code of codes) taken.add(code);
    return { file, codes: codes.toSorted((a, b) => a - b) };
  });
}

const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000;

/** Han characters that Source Han Sans SC has and Noto Sans SC lacks, ascending. */
export function rareCharacters(): number[] {
  const common = new Set(notoSlices(400).flatMap((slice) => slice.codes));
  return charactersOf(sourceHanFile(400))
    .filter((code) => isHan(code) && !common.has(code))
    .toSorted((a, b) => a - b);
}

/** The text of main/rooms/signboards/coverageTable.ts. */
export function coverageTable(): string {
  const sets = weights.map((weight) => new Set(notoSlices(weight).flatMap((slice) => slice.codes)));
  const everyWeight = [...(sets[0] ?? [])].filter((code) => sets.every((codes) => codes.has(code))).toSorted((a, b) => a - b);
  const rare = rareCharacters();
  return `// Generated from the font files by renderer/fonts/write-tables.build.ts; a test compares it with them. Compact ranges of
// shared/rules/characters.ts: what Noto Sans SC has in the boards' weights, and what only the rare font has.

export const commonCharacters =
  '${compactRanges(everyWeight)}';

export const rareCharacters =
  '${compactRanges(rare)}';
`;
}
