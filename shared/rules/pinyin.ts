// How people search: initials (wxy finds 王秀英) and whole pinyin. A person's surname has its own reading (单 shàn, 仇 qiú,
// 解 xiè, 曾 zēng); a place's first character has not.
import { pinyin } from 'pinyin-pro';

export type Pinyin = { initials: string; pinyin: string };

/** @returns lower case, a–z and 0–9 only; characters without a known reading are left out. ü is v, as input methods have it. */
export function pinyinOf(name: string, options: { surname: boolean }): Pinyin {
  const syllables = pinyin(name, {
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
