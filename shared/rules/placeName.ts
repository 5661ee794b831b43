// One place, many spellings: 阳东街居委会, 阳东街社区 and 阳东街 are the same community on three offices' sheets. Pure.
import type { PlaceLevel } from '../roster/words.ts';
import { commonForms } from './hanForms.ts';
import { halfWidth, withoutBlanks } from './text.ts';

const tails: Record<PlaceLevel, readonly string[]> = {
  community: [
    '社区居民委员会',
    '居民委员会',
    '村民委员会',
    '社区居委会',
    '村委会',
    '居委会',
    '社区（村居）',
    '社区',
    '村居',
    '村',
  ],
  compound: ['居民小区', '小区'],
};

/** Spaces gone, half-width brackets and digits: how names are compared, never how they are shown. */
export const plainPlaceName = (name: string): string =>
  commonForms(withoutBlanks(halfWidth(name)))
    .replaceAll('(', '（')
    .replaceAll(')', '）');

/** A place's name without the word for what it is: 阳东街居委会 → 阳东街. */
export function barePlaceName(name: string, level: PlaceLevel): string {
  const plain = plainPlaceName(name);
  const tail = tails[level].find((candidate) => plain.endsWith(candidate) && plain.length > candidate.length);
  return tail ? plain.slice(0, -tail.length) : plain;
}

/** Every spelling under which the same place may stand, the given one first. */
export function placeNameSpellings(name: string, level: PlaceLevel): string[] {
  const bare = barePlaceName(name, level);
  return [...new Set([name.trim(), plainPlaceName(name), bare, ...tails[level].map((tail) => bare + tail)])];
}
