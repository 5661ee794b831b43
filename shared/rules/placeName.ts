// One place, many spellings: 阳东街居委会, 阳东街社区 and 阳东街 are the same community on three offices' sheets. 东风社区 and 东风村
// are two, and a bare 东风 may be either. Pure.
import type { PlaceLevel } from '../roster/words.ts';
import { commonForms } from './hanForms.ts';
import { halfWidth, withoutBlanks } from './text.ts';

/** Whose a community is: the residents' of a town, or the villagers'. */
export type PlaceSort = 'residents' | 'villagers';

const tails: Record<PlaceLevel, readonly (readonly [tail: string, sort: PlaceSort | null])[]> = {
  community: [
    ['社区居民委员会', 'residents'],
    ['居民委员会', 'residents'],
    ['村村民委员会', 'villagers'],
    ['村民委员会', 'villagers'],
    ['社区居委会', 'residents'],
    ['村村委会', 'villagers'],
    ['村委会', 'villagers'],
    ['居委会', 'residents'],
    ['社区（村居）', null],
    ['社区', 'residents'],
    ['村居', null],
    ['村', 'villagers'],
  ],
  compound: [
    ['居民小区', null],
    ['小区', null],
  ],
};

/** Spaces gone, half-width brackets and digits: how names are compared, never how they are shown. */
export const plainPlaceName = (name: string): string =>
  commonForms(withoutBlanks(halfWidth(name)))
    .replaceAll('(', '（')
    .replaceAll(')', '）');

function parted(name: string, level: PlaceLevel): { bare: string; sort: PlaceSort | null } {
  const plain = plainPlaceName(name);
  const [tail, sort] = tails[level].find(([candidate]) => plain.endsWith(candidate) && plain.length > candidate.length) ?? [
    '',
    null,
  ];
  return { bare: plain.slice(0, plain.length - tail.length), sort };
}

/** A place's name without the word for what it is: 阳东街居委会 → 阳东街. */
export const barePlaceName = (name: string, level: PlaceLevel): string => parted(name, level).bare;

/** Null where the name doesn't say. */
export const sortOfCommunity = (name: string): PlaceSort | null => parted(name, 'community').sort;

/** Whether two names may be spellings of one place. */
export function isSamePlaceName(one: string, other: string, level: PlaceLevel): boolean {
  const [own, its] = [parted(one, level), parted(other, level)];
  return own.bare === its.bare && (own.sort === null || its.sort === null || own.sort === its.sort);
}

/** Every spelling under which the same place may stand, the given one first. */
export function placeNameSpellings(name: string, level: PlaceLevel): string[] {
  const bare = barePlaceName(name, level);
  const spellings = [name.trim(), plainPlaceName(name), bare, ...tails[level].map(([tail]) => bare + tail)];
  return [...new Set(spellings)].filter((spelling) => isSamePlaceName(spelling, name, level));
}
