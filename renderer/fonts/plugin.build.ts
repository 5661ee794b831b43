// The build's `virtual:fonts/<set>.css`: @font-face rules of the shipped fonts. `boards` is Noto Sans SC 400, 700 and 900 with the
// rare characters, under names of its own so that no installed font is taken for it; `text` is 400 and 700 for screens on a
// machine without a Chinese font. The rare slices are cut once and kept in node_modules/.cache.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { unicodeRange } from '../../shared/rules/characters.ts';
import { notoSlices, rareCharacters, sourceHanFile, type Weight, weights } from './slices.build.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rareSliceLength = 900;

type Face = { family: string; display: 'block' | 'swap'; weight: Weight; file: string; codes: readonly number[] };

/** Font files are named relative to the style sheet, which lies in `folder`. */
const rule = (folder: string, { family, display, weight, file, codes }: Face): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:${display};src:url("${path.relative(folder, file).replaceAll('\\', '/')}");unicode-range:${unicodeRange(codes)}}\n`;

const notoRules = (folder: string, weight: Weight, named: Pick<Face, 'family' | 'display'>): string =>
  notoSlices(weight)
    .filter(({ codes }) => codes.length > 0)
    .map(({ file, codes }) => rule(folder, { ...named, weight, file, codes }))
    .join('');

async function cutRare(weight: Weight, codes: readonly number[], folder: string): Promise<string> {
  const file = path.join(folder, `rare-${weight}-${(codes[0] ?? 0).toString(16)}.otf`);
  if (existsSync(file)) return file;
  const cut = await subsetFont(readFileSync(sourceHanFile(weight)), String.fromCodePoint(...codes), {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    noHinting: true,
    keepFeatures: [],
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'VORG', 'vhea', 'vmtx'],
  });
  writeFileSync(`${file}.part`, cut);
  renameSync(`${file}.part`, file);
  return file;
}

async function rareRules(folder: string): Promise<string> {
  const codes = rareCharacters();
  let rules = '';
  for (const weight of weights)
    for (let at = 0; at < codes.length; at += rareSliceLength) {
      const part = codes.slice(at, at + rareSliceLength);
      // One slice after another: harfbuzz holds the whole font meanwhile.
      // oxlint-disable-next-line no-await-in-loop
      rules += rule(folder, {
        family: 'Board Rare SC',
        display: 'block',
        weight,
        file: await cutRare(weight, part, folder),
        codes: part,
      });
    }
  return rules;
}

/** Where this version of the fonts keeps what was made of them. */
function cacheFolder(): string {
  const versions = ['@fontsource/noto-sans-sc', 'node-source-han-sans-sc', 'subset-font'].map((name) =>
    readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const own = ['plugin.build.ts', 'slices.build.ts'].map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'));
  const key = createHash('sha256')
    .update([...versions, ...own].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(root, 'node_modules/.cache/board-fonts', key);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const forBoards = { family: 'Board Sans SC', display: 'block' } as const;
const forScreens = { family: 'Noto Sans SC', display: 'swap' } as const;

const makers: Record<string, (folder: string) => string | Promise<string>> = {
  'text.css': (folder) => notoRules(folder, 400, forScreens) + notoRules(folder, 700, forScreens),
  'boards.css': async (folder) =>
    weights.map((weight) => notoRules(folder, weight, forBoards)).join('') + (await rareRules(folder)),
};

export function fontsPlugin(): Plugin {
  return {
    name: 'shipped-fonts',
    enforce: 'pre',
    async resolveId(id) {
      const name = id.startsWith('virtual:fonts/') ? id.slice('virtual:fonts/'.length) : '';
      const make = makers[name];
      if (!make) return null;
      const folder = cacheFolder();
      const file = path.join(folder, name);
      if (!existsSync(file)) writeFileSync(file, await make(folder));
      return file;
    },
  };
}
