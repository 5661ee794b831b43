// How people search: initials (wxy finds 王秀英) and whole pinyin. A person's surname has its own reading (单 shàn, 仇 qiú,
// 解 xiè, 曾 zēng); a place's first character has not. The dictionaries come with the first name that is written: they are a fifth
// of the host's start and of its memory, and most sessions only read.
import { createRequire } from 'node:module';
import { commonForms } from '../../shared/rules/hanForms.ts';

const load = createRequire(import.meta.url);
const fromSource = import.meta.url.endsWith('.ts');

let library: typeof import('pinyin-pro') | undefined;

/** An act writes in one synchronous turn, so that it can't wait for an import. The build lays the library beside the program. */
function dictionaries(): typeof import('pinyin-pro') {
  library ??= load(fromSource ? 'pinyin-pro' : './pinyin-pro.cjs') as typeof import('pinyin-pro');
  return library;
}

export type Pinyin = { initials: string; pinyin: string };

/** @returns lower case, a–z and 0–9 only; characters without a known reading are left out. ü is v, as input methods have it. */
export function pinyinOf(name: string, options: { surname: boolean }): Pinyin {
  const syllables = dictionaries()
    .pinyin(commonForms(name), {
      toneType: 'none',
      type: 'array',
      v: true,
      nonZh: 'consecutive',
      surname: options.surname ? 'head' : 'off',
    })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return {
    // A run of letters or digits in a name (7期, A区) is searched as it is typed.
    initials: syllables.map((syllable) => (/\d/.test(syllable) ? syllable : syllable.slice(0, 1))).join(''),
    pinyin: syllables.join(''),
  };
}
