// Which names may be spellings of one place, and which never are.
import { expect, test } from 'vitest';
import { barePlaceName, isSamePlaceName, placeNameSpellings, sortOfCommunity } from '../../shared/rules/placeName.ts';

test.each([
  ['东风社区', '东风居委会', true],
  ['东风社区', '东风居民委员会', true],
  ['东风社区居委会', '东风社区', true],
  ['东风村', '东风村委会', true],
  ['东风村', '东风村村民委员会', true],
  ['东风村', '东风村民委员会', true],
  ['东风', '东风社区', true],
  ['东风', '东风村', true],
  ['东风（村居）', '东风村', false],
  ['东风社区（村居）', '东风村', true],
  ['东风村居', '东风社区', true],
  ['东 风社区', '东风社区', true],
  ['东风社区', '东风村', false],
  ['东风居委会', '东风村委会', false],
  ['东风村社区', '东风村', false],
  ['东风村居委会', '东风村', false],
  ['东风社区', '东岭社区', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isSamePlaceName(one, other, 'community')).toBe(same);
  expect(isSamePlaceName(other, one, 'community')).toBe(same);
  if (!same) expect(placeNameSpellings(one, 'community')).not.toContain(other);
});

test('阳光小区, 阳光居民小区 and 阳光 are one compound', () => {
  expect(isSamePlaceName('阳光小区', '阳光', 'compound')).toBe(true);
  expect(isSamePlaceName('阳光居民小区', '阳光小区', 'compound')).toBe(true);
  expect(isSamePlaceName('阳光花园', '阳光', 'compound')).toBe(false);
});

test('a name of nothing but its word stays one', () => {
  expect(['村', '社区', '小区'].map((name) => barePlaceName(name, 'community'))).toEqual(['村', '社区', '小区']);
  expect([sortOfCommunity('东风'), sortOfCommunity('东风村'), sortOfCommunity('东风社区')]).toEqual([
    null,
    'villagers',
    'residents',
  ]);
});
