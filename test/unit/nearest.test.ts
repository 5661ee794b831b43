// What is offered for a misspelt name, and what is found for typed letters.
import { expect, test } from 'vitest';
import { matching, nearest, nearestName } from '../../main/rooms/imports/nearest.ts';

const known = (name: string, initials: string, pinyin: string, ...others: string[]) => ({
  names: [name, ...others],
  initials,
  pinyin,
});
const places = [
  known('前石村', 'qsc', 'qianshicun', '371323001201'),
  known('长虹社区', 'chsq', 'changhongshequ', '文昌社区'),
  known('常红社区', 'chsq', 'changhongshequ'),
];
const first = (found: { names: readonly string[] }[]) => found.map(({ names }) => names[0]);

test.each([
  ['前石庄村', '', ['前石村']],
  ['长红社区', '', ['长虹社区', '常红社区']],
  ['昌鸿社区', 'changhongshequ', ['长虹社区', '常红社区']],
  ['文昌街社区', '', ['长虹社区']],
  ['371323001201', '', ['前石村']],
  ['东岭村', '', []],
  ['石', '', []],
])('%s said %s is nearest to %s', (text, sound, expected) => {
  expect(first(nearest(text, sound, places, 3))).toEqual(expected);
});

test('a name that is half wrong suggests nothing', () => {
  expect(nearestName('东街', ['西街'])).toBeNull();
  expect(nearestName('中共党圆', ['中共党员', '群众'])).toBe('中共党员');
});

test.each([
  ['qs', ['前石村']],
  ['shequ', ['长虹社区', '常红社区']],
  ['文昌', ['长虹社区']],
  ['3713', ['前石村']],
  ['', ['前石村', '长虹社区', '常红社区']],
  ['zzz', []],
])('%s finds %s', (typed, expected) => {
  expect(first(matching(typed, places, 20))).toEqual(expected);
});
